import type { GetFromAuthority } from './longTerm/collectEvidence.ts';

/** What holds the key of the seal: a file, or a module that never lets the key out (HSM, KMS). */
export interface Sealer {
  /** Certificates as PEM, the signer's first, each followed by its issuer's. */
  readonly chain: readonly string[];
  readonly algorithm: 'rsa' | 'ecdsa';
  /** RSA PKCS#1 v1.5 or ECDSA (DER) over the SHA-256 of the data. */
  sign(data: Uint8Array): Promise<Uint8Array>;
  /** An RFC 3161 token (DER) over a SHA-256 digest, where an authority confirms the time (PAdES B-T). */
  timestamp?(digest: Uint8Array): Promise<Uint8Array>;
  /** Gets the lists of revoked certificates by which a seal with a confirmed time outlives its certificates (PAdES B-LTA). */
  readonly get?: GetFromAuthority;
}
