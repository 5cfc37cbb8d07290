import type { WitnessSettings } from '../log/createWitnesses.ts';

/** Where the secrets of the issuer lie, and what is made there when nothing does. */
export interface IssuerSettings extends Partial<WitnessSettings> {
  /** Folder of the private keys of credentials (JWK, `key-<year>-<n>.json`), tokens (JWK, `es256-<year>-<n>.json`) and trust bundles (`bundle.pem`), and of the seal: `seal.p12`, or `seal/key.pem` and `seal/chain.pem`. */
  readonly folder: string;
  readonly publicUrl: string;
  /** Opens `seal.p12`. */
  readonly sealPassword?: string | undefined;
  /** Address of a time-stamping authority (RFC 3161). */
  readonly timestampUrl?: string | undefined;
  /** Makes what is missing, the seal by an authority of its own that says that it is one of development. */
  readonly make: boolean;
}
