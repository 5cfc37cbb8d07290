import type { NamesIn } from '../messages.ts';
import type { IssuedPaper } from './papers/issuedPaper.ts';
import type { Validity } from './validity.ts';

/** What is checked of a file, in the order of the report. */
export const checkNames = [
  'fileKnown',
  'seal',
  'wholeFile',
  'sealIssuer',
  'credential',
  'issuerKey',
  'status',
  'log',
  'period',
  'revision',
  'register',
  'holder',
] as const;
export type CheckName = (typeof checkNames)[number];
/** Those of a file: who brings one need hold nothing, which is asked of a wallet alone. */
export const fileChecks = checkNames.filter((name) => name !== 'holder');

/** `notThere`: the file carries nothing that could be checked so; `unknown`: it does, but nothing tells whether it holds. */
export type CheckResult = 'holds' | 'fails' | 'notThere' | 'unknown';

/** Why a check does not hold: each has its sentence, and what to do. */
export type CheckFlaw = NamesIn<'verification.flaws', '.says'>;

/** Why a file is not read at all. */
export type ReadingFlaw = NamesIn<'verification.unread'>;

/** What was found of one check; one that fails says why. */
export type Judged =
  | { readonly result: 'fails'; readonly flaw: CheckFlaw }
  | { readonly result: Exclude<CheckResult, 'fails'>; readonly flaw?: CheckFlaw };

export type Check = Judged & { readonly name: CheckName };

/**
 * `holds`: every check that applies holds; `replaced`: all but that a newer file has taken its place, of a label that is valid;
 * `notValid`: all but that the label does not hold on the day: suspended, withdrawn, given up, superseded or over;
 * `altered`: the credential holds, but the file around it was saved again, so that nothing vouches for the rest of it;
 * `elsewhere`: nothing vouches for the file, and what can be scanned in it leads to another host;
 * `claimOnly`: the file names a label, but no part of it proves anything; `noProof`: it does not even name one, which makes it
 * neither genuine nor false; `paper`: it is a paper of ours, which proves no label; `sealOnly`: our seal holds, but nothing here knows what it is, as of
 * a paper that is newer than the data; `unread`: it could not be read, for the reason that `flaw` names.
 */
export type Verdict =
  | 'holds'
  | 'fails'
  | 'replaced'
  | 'notValid'
  | 'altered'
  | 'elsewhere'
  | 'claimOnly'
  | 'noProof'
  | 'paper'
  | 'sealOnly'
  | 'unread';

/** Where something stands in the public log, and who saw it there. */
export interface LoggedAs {
  /** Its entry, counted from 0. */
  readonly index: number;
  /** The log is not today's, but one of ours that ended. */
  readonly earlier: boolean;
  /** How many witnesses signed a head that has it, and how many a reader is to wait for. */
  readonly witnesses: number;
  readonly quorum: number;
  /** Whether a root of trust names this log and its witnesses: otherwise the issuer chose them. */
  readonly pinned: boolean;
  /** Whether the entry says all that the credential does. One by an earlier version says number, names, offers and days alone. */
  readonly bindsAll: boolean;
  /** When it was entered, as the log says (ISO instant); null where it does not say. */
  readonly at: string | null;
  /** From when to when witnesses signed the head that has it; null where none did. */
  readonly seen: readonly [from: string, until: string] | null;
}

/** What a file claims, and what of it holds. */
export interface Verification {
  readonly verdict: Verdict;
  readonly flaw?: ReadingFlaw;
  readonly checks: readonly Check[];
  /** When a seal of ours was made (ISO instant), and whether an authority confirms it; absent where no such seal holds. */
  readonly sealed?: { readonly at: string; readonly confirmed: boolean };
  /** Others added time-stamps to it since, and nothing else. */
  readonly stampedAgain?: true;
  /** Where its credential stands in the public log; absent where it carries no proof that holds. */
  readonly logged?: LoggedAs;
  /** The credential lies in a presentation, which others made. */
  readonly wrapped?: true;
  /** The paper of ours that exactly these bytes are; absent where they are none. */
  readonly paper?: IssuedPaper;
  /** The label that the file was issued for, or says it was; null where it names none. */
  readonly number: string | null;
  readonly revision: number | null;
  /** The host that a code of the file leads to, where that is not ours and nothing vouches for the file. */
  readonly elsewhere?: string;
  /** What the register says of that label today; null where it does not know it. */
  readonly label: LabelToday | null;
}

export interface LabelToday extends Validity {
  readonly organisation: string;
  /** The newest. */
  readonly revision: number;
}
