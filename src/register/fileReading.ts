import type { Day } from './day.ts';
import type { LoggedAs, ReadingFlaw } from './verification.ts';

/** What a credential says of a label; days both included. */
export interface Claim {
  readonly number: string;
  readonly revision: number;
  readonly organisation: string;
  readonly offers: readonly string[];
  readonly since: Day;
  readonly until: Day;
}

/** What the status list says of a credential's entry; the last three where it says nothing that counts. */
export type StatusRead = 'clear' | 'revoked' | 'suspended' | 'missing' | 'forged' | 'silent';

/**
 * What the proof of the public log in a credential comes to: `other` where what was entered is not what the credential says, `otherLog` where
 * none of the logs that are known signed it.
 */
export type LoggedRead =
  | { readonly result: 'forged' | 'other' | 'otherLog' | 'notThere' }
  | ({ readonly result: 'proven' } & LoggedAs);

/** A credential out of a file: what is wrong with its form, issuer, key or signature, and what it says where it has the form. */
export interface CredentialRead {
  readonly flaw: 'shape' | 'repeatedName' | 'otherIssuer' | 'unknownKey' | 'signature' | 'twice' | null;
  readonly claim: Claim | null;
  readonly status: StatusRead;
  /** Absent where it is of a kind that carries no such proof. */
  readonly logged?: LoggedRead;
  /** It is a conformity credential, which has an entry of its own in the public log. */
  readonly isToken?: true;
  /** The last day on which that list is to be believed, where it says one. */
  readonly statusUntil?: Day;
}

/** The seal of a file. */
export interface SealRead {
  /** The sealed bytes are those that were sealed. */
  readonly valid: boolean;
  /** Nothing was added after them; only then is a valid seal one of the whole document. */
  readonly coversWholeFile: boolean;
  /** Of a valid seal: the signer's certificate leads to an authority of ours, and was valid at the time of sealing. */
  readonly trusted: boolean;
  /** It leads there too, but its certificate was not valid at that time, or had been revoked by then; never of one that is trusted. */
  readonly untimely: boolean;
  /** When it was sealed (ISO instant); null where it does not say. */
  readonly at: string | null;
  /** That time is confirmed by an authority that is trusted for it; otherwise the seal claims it. */
  readonly timestamped: boolean;
  /** Digest (sha-256, hex) of the file to which others added time-stamps, and nothing else; absent where they added nothing. */
  readonly stampedAgain?: string;
}

/** What was read out of a file. Whether it agrees with the register is judged apart. */
export interface FileReading {
  /**
   * `wallet`: no file, but what a wallet showed, with the proof that its key is there; `presentation`: a credential inside what others
   * made around it.
   */
  readonly kind: 'pdf' | 'picture' | 'json' | 'presentation' | 'wallet';
  readonly seal: SealRead | null;
  readonly credential: CredentialRead | null;
  /** Numbers of labels that can be read in it, where it carries nothing that proves anything. */
  readonly numbers: readonly string[];
  /** What people read in it is not what its credential says; looked for only where no seal of ours vouches for it. */
  readonly saysOther: boolean;
  /** The host that a code to scan, or a link, leads to, where it is not ours; looked for only where no seal of ours vouches for the file. */
  readonly elsewhere: string | null;
}

export type ReadFile = FileReading | { readonly flaw: ReadingFlaw };
