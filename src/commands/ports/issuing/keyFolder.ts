import type { PublicKey } from '../../../register/didDocument.ts';

/** What is known of something in KEYS_DIR: that it is not there, that it is and cannot be read, or what it is. */
export type Kept<T> = 'missing' | 'unread' | T;

/** A seal, whether or not its certificates hold at the moment. */
export interface KeptSeal {
  /** The first end of a certificate that it needs (ISO instant). */
  readonly until: string;
  /** Whether development made it. */
  readonly specimen: boolean;
}

/** Whose heads a key signs, and what they are checked with. */
export interface LogPublicKey {
  readonly origin: string;
  readonly vkey: string;
  /** Entries of the longest log that it signed, as KEYS_DIR remembers it. */
  readonly signed: number;
}

/** What lies in KEYS_DIR, each by itself: what is missing hides nothing of the rest. */
export interface KeyFolder {
  readonly credential: Kept<PublicKey>;
  readonly token: Kept<PublicKey>;
  readonly seal: Kept<KeptSeal>;
  readonly log: Kept<LogPublicKey>;
  /** The key of trust bundles, by the name that a root has for it. */
  readonly bundle: Kept<{ readonly id: string }>;
  /** What authorities of time lead to, until the last of it ends (ISO instant). */
  readonly time: Kept<{ readonly until: string }>;
}
