import { ECDH } from 'node:crypto';

/**
 * A public key of the issuer: `id` is the fragment of its DID URL (`key-2026-1`, `es256-2026-1`), `multibase` the key as Multikey:
 * Ed25519 in base58 (`z6Mk…`), P-256 in base64url (`ugCQ…`).
 */
export interface PublicKey {
  readonly id: string;
  readonly multibase: string;
}

/** A P-256 public key as JWK (RFC 7518, 6.2.1). */
export interface EcJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

interface Method {
  readonly id: string;
  readonly controller: string;
}

/** A key that signs credentials with an embedded proof. */
interface MultikeyMethod extends Method {
  readonly type: 'Multikey';
  readonly publicKeyMultibase: string;
}

/** A key that signs tokens (JWS): whoever reads those looks for a JWK. */
interface JwkMethod extends Method {
  readonly type: 'JsonWebKey';
  readonly publicKeyJwk: EcJwk;
}

/** Which keys the issuer signs with (DID Core 1.0). */
export interface DidDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly verificationMethod: readonly (MultikeyMethod | JwkMethod)[];
  readonly assertionMethod: readonly string[];
}

/** The name of the issuer, from the address of the service (did:web: a port is percent-encoded). */
export function didOf(publicUrl: string): string {
  return `did:web:${new URL(publicUrl).host.replace(':', '%3A')}`;
}

/**
 * The document that says which keys the issuer signs with. Methods are named by their full URL, as strings: verifiers compare
 * them so (docs/design/issuing.md#credential). A key that is not trusted any more is simply not among them.
 */
export function didDocument(did: string, keys: readonly PublicKey[]): DidDocument {
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      ...(keys.some(({ multibase }) => isEc(multibase)) ? ['https://w3id.org/security/jwk/v1'] : []),
    ],
    id: did,
    verificationMethod: keys.map(({ id, multibase }) => {
      const named = { id: `${did}#${id}`, controller: did } as const;
      return isEc(multibase)
        ? { ...named, type: 'JsonWebKey', publicKeyJwk: ecJwk(multibase) }
        : { ...named, type: 'Multikey', publicKeyMultibase: multibase };
    }),
    assertionMethod: keys.map(({ id }) => `${did}#${id}`),
  };
}

/** What a Multikey in base64url begins with: `u`, and the code of a P-256 key (0x1200 as varint: 80 24). */
const ecPrefix = 'ugCQ';
const ecCode = Buffer.from([0x80, 0x24]);

/** Whether a public key is one of P-256. */
export function isEc(multibase: string): boolean {
  return multibase.startsWith(ecPrefix);
}

/** A P-256 public key as Multikey in base64url: its point, compressed. */
export function ecMultibase({ x, y }: Pick<EcJwk, 'x' | 'y'>): string {
  const last = Buffer.from(y, 'base64url').at(-1) ?? 0;
  return `u${Buffer.concat([ecCode, Buffer.from([2 + (last & 1)]), Buffer.from(x, 'base64url')]).toString('base64url')}`;
}

function ecJwk(multibase: string): EcJwk {
  const compressed = Buffer.from(multibase.slice(1), 'base64url').subarray(ecCode.length);
  const point = ECDH.convertKey(compressed, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer;
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  return { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' };
}
