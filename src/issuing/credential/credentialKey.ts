import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  sign as signWith,
} from 'node:crypto';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';

/** A key that signs credentials. A key that never leaves a module or a service of keys implements it as well. */
export interface CredentialKey {
  /** The fragment of its DID URL, e.g. `key-2026-1`. */
  readonly name: string;
  /** Its DID URL. */
  readonly id: string;
  /** Ed25519 public key as multibase, `z6Mk…`. */
  readonly multibase: string;
  /** The 64 bytes of an Ed25519 signature (RFC 8032). */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** A fresh private key as JWK (RFC 8037). */
export function makeCredentialJwk(): JsonWebKey {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
}

/** The key of a private JWK, under its name in the issuer's document; throws where it is no Ed25519 key. */
export async function openCredentialKey(did: string, name: string, jwk: JsonWebKey): Promise<CredentialKey> {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${name} is no Ed25519 key`);
  const publicJwk = createPublicKey(key).export({ format: 'jwk' });
  const { publicKeyMultibase: multibase } = await Ed25519Multikey.fromJwk({ jwk: publicJwk });
  return { name, id: `${did}#${name}`, multibase, sign: async (data) => signWith(null, data, key) };
}
