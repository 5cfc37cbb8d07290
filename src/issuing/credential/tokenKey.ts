import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { ecMultibase } from '../../register/didDocument.ts';

/** A key that signs tokens. A key that never leaves a module or a service of keys implements it as well. */
export interface TokenKey {
  /** The fragment of its DID URL, e.g. `es256-2026-1`. */
  readonly name: string;
  /** Its DID URL, which what it signs names as `kid`. */
  readonly id: string;
  /** P-256 public key as Multikey, `ugCQ…`. */
  readonly multibase: string;
  /** A compact JWS (RFC 7515) of claims by ES256, `typ` as it says, with what else its header says. */
  sign(typ: string, claims: JWTPayload, header?: object): Promise<string>;
}

/** A fresh private key as JWK. */
export function makeTokenJwk(): JsonWebKey {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
}

/** The key of a private JWK, under its name in the issuer's document; throws where it is no P-256 key. */
export function openTokenKey(did: string, name: string, jwk: JsonWebKey): TokenKey {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const { crv, x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' });
  if (crv !== 'P-256') throw new Error(`${name} is no P-256 key`);
  const id = `${did}#${name}`;
  return {
    name,
    id,
    multibase: ecMultibase({ x, y }),
    sign: (typ, claims, header) =>
      new SignJWT(claims).setProtectedHeader({ ...header, alg: 'ES256', kid: id, typ }).sign(key),
  };
}
