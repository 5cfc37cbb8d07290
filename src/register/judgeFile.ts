import type { Day } from './day.ts';
import type { Claim, CredentialRead, FileReading, ReadFile } from './fileReading.ts';
import {
  areTimesInOrder,
  fails,
  holds,
  isSealedByUs,
  judgeParts,
  loggedAs,
  notThere,
  sealedAt,
  unknown,
} from './judgeParts.ts';
import type { RegisterRow } from './registerRow.ts';
import { validityAsOf, validityToday } from './validity.ts';
import {
  type Check,
  type CheckFlaw,
  type CheckName,
  checkNames,
  fileChecks,
  type Judged,
  type LabelToday,
  type Verification,
} from './verification.ts';

/** All that is known of a file: its parts, the label that it was issued for by its digest, and the row of the label it names. */
export interface FileFacts {
  readonly read: ReadFile;
  /** The label and revision that exactly these bytes were issued for. */
  readonly known: { readonly number: string; readonly revision: number } | null;
  readonly row: RegisterRow | null;
  readonly today: Day;
  /** When the row was read, where that is after `today`, which is then an earlier day. */
  readonly savedOn?: Day;
}

/** The label that a file was issued for, or else that it says it was. */
export function numberOf({ read, known }: Pick<FileFacts, 'read' | 'known'>): string | null {
  if (known) return known.number;
  if ('flaw' in read) return null;
  return read.credential?.claim?.number ?? read.numbers[0] ?? null;
}

/** Judges a file: nothing holds that was not found to hold. */
export function judgeFile(facts: FileFacts): Verification {
  const { read, known, row, today, savedOn = today } = facts;
  const label = row && labelOn(row, today, savedOn);
  const number = numberOf(facts);
  if ('flaw' in read)
    return { verdict: 'unread', flaw: read.flaw, checks: [], number, revision: null, label };
  const claim = read.credential?.claim ?? null;
  const revision = claim?.revision ?? known?.revision ?? null;
  // What nothing vouches for may be refuted, and is not confirmed: anyone can write what is so around what is not.
  const said = (one: Judged) => (one.result === 'holds' && !isVouchedFor(facts) ? unknown : one);
  const parts = judgeParts(read, today);
  const judged = {
    fileKnown: fileKnown(read, known),
    ...parts,
    status: said(statusOn(parts.status, label, row, savedOn)),
    log: logOf(read, row, parts.log),
    period: said(period(read.credential, label, today)),
    revision: said(revisionOf(revision, row)),
    register: said(register(facts, claim, label)),
    holder: read.kind === 'wallet' ? holderOf(read.credential) : notThere,
  };
  const names = read.kind === 'wallet' ? checkNames : fileChecks;
  const checks = names.map((name): Check => ({ name, ...judged[name] }));
  const elsewhere = !known && read.elsewhere !== null && { elsewhere: read.elsewhere };
  const isOver = row !== null && label?.valid !== true;
  const verdict = elsewhere ? 'elsewhere' : verdictOf(read, known, isOver, checks);
  const wrapped = read.kind === 'presentation' && { wrapped: true as const };
  const told = { ...wrapped, ...sealedAt(read.seal), ...loggedAs(read.credential) };
  return { verdict, ...elsewhere, ...told, checks, number, revision, label };
}

/** Nothing of it proves anything: no check of what it only claims is shown as one that holds. */
function isClaimOnly({ read, known }: Pick<FileFacts, 'read' | 'known'>): boolean {
  return !known && 'kind' in read && !read.seal && !read.credential;
}

/** Whether what a file says is ours: by its digest, its credential or its seal. */
function isVouchedFor({ read, known }: Pick<FileFacts, 'read' | 'known'>): boolean {
  return !!known || ('kind' in read && (read.credential?.flaw === null || isSealedByUs(read.seal)));
}

function verdictOf(
  read: FileReading,
  known: FileFacts['known'],
  isOver: boolean,
  checks: readonly Check[],
): Verification['verdict'] {
  const { seal, credential } = read;
  if (isClaimOnly({ read, known })) return read.numbers.length > 0 ? 'claimOnly' : 'noProof';
  if (!known && !credential && isSealedByUs(seal)) return 'sealOnly';
  const wrong = checks.filter(({ result }) => result === 'fails' || result === 'unknown');
  if (wrong.length === 0) return 'holds';
  const isOld = wrong.some(({ flaw }) => flaw === 'replaced');
  const rest = wrong.filter(
    ({ flaw }) => !((isOld && ofReplaced.has(flaw)) || (isOver && ofEnded.has(flaw))),
  );
  if (rest.length === 0) return isOver ? 'notValid' : 'replaced';
  // A program that saves a document again breaks its seal; what stands behind a seal that holds was added to it.
  const isSavedAgain =
    credential?.flaw === null &&
    !isOver &&
    !seal?.valid &&
    rest.every(({ name, flaw }) => ofSeal.has(name) || bySaving.has(flaw));
  return isSavedAgain ? 'altered' : 'fails';
}

/** Flaws of a genuine file that a newer one replaced, and of one whose label does not hold on the day. */
const ofReplaced: ReadonlySet<CheckFlaw | undefined> = new Set(['replaced', 'revoked']);
const ofEnded: ReadonlySet<CheckFlaw | undefined> = new Set([
  'labelNotValid',
  'notYet',
  'expired',
  'revoked',
  'suspended',
]);
/** What nothing tells of a seal that is broken. */
const ofSeal: ReadonlySet<CheckName> = new Set(['wholeFile', 'sealIssuer']);
/** What saving a file again does to it. */
const bySaving: ReadonlySet<CheckFlaw | undefined> = new Set(['fileUnknown', 'sealBroken', 'sealMissing']);

/**
 * What was issued is known byte by byte, a bare credential as well: two programs may read another way of writing it differently. What
 * carries neither seal nor credential may be a genuine badge in another form or taken off a screen: that we did not issue these bytes
 * says nothing.
 */
function fileKnown({ kind, seal, credential, saysOther }: FileReading, known: FileFacts['known']): Judged {
  if (known) return holds;
  // A wallet shows no file: each time it makes anew what it shows.
  if (kind === 'wallet' || (!seal && !credential)) return notThere;
  if (isSealedByUs(seal)) return { ...unknown, flaw: 'fileUnlisted' };
  return fails(saysOther ? 'saysOther' : 'fileUnknown');
}

function logOf(read: FileReading, row: RegisterRow | null, log: Judged): Judged {
  if (isLoggedWithoutProof(read.credential, row)) return fails('logMissing');
  return areTimesInOrder(read) ? log : fails('logTimes');
}

/** What was entered before its files were made carries the proof in them; files that are older than the log carry none. */
function isLoggedWithoutProof(credential: CredentialRead | null, row: RegisterRow | null): boolean {
  if (row === null || credential?.claim?.revision !== row.revision) return false;
  const entered = credential.isToken ? row.conformityLogged : row.logged;
  return entered !== undefined && credential.logged?.result === 'notThere';
}

/** A label is bound to the key that it names only where we signed it. */
function holderOf(credential: CredentialRead | null): Judged {
  return credential?.flaw === null ? holds : unknown;
}

/** A label whose renewal is being decided holds on beyond the last day that its files name. */
function period(credential: CredentialRead | null, label: LabelToday | null, today: Day): Judged {
  if (!credential) return notThere;
  if (!credential.claim) return { result: 'unknown' };
  if (today < credential.claim.since) return fails('notYet');
  if (today <= credential.claim.until) return holds;
  const holdsOn = label?.word === 'extended' && label.periodEnd === credential.claim.until;
  return holdsOn ? holds : fails('expired');
}

function revisionOf(revision: number | null, row: RegisterRow | null): Judged {
  if (revision === null) return notThere;
  if (!row) return { result: 'unknown' };
  if (revision > row.revision) return { result: 'unknown', flaw: 'laterRevision' };
  return revision < row.revision ? fails('replaced') : holds;
}

/** What a file claims against what the register says; of an earlier revision only the number, since the rest was replaced. */
function register(facts: FileFacts, claim: Claim | null, label: LabelToday | null): Judged {
  const { row, known } = facts;
  if (numberOf(facts) === null) return notThere;
  if (!row) return fails('numberUnknown');
  if (claim && known && claim.number !== known.number) return fails('otherNumber');
  if (claim?.revision === row.revision) {
    if (claim.organisation !== row.organisation) return fails('otherName');
    if (!sameTexts(claim.offers, row.offers)) return fails('otherOffers');
    if (claim.since !== row.since || claim.until !== row.until) return fails('otherDates');
  }
  if (!label?.valid) return fails('labelNotValid');
  return isClaimOnly(facts) ? notThere : holds;
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

function labelOn(row: RegisterRow, day: Day, savedOn: Day): LabelToday | null {
  const validity = day < savedOn ? validityAsOf(row, day, savedOn) : validityToday(row, day);
  return validity && { ...validity, organisation: row.organisation, revision: row.revision };
}

/** A list does not say since when something is revoked: what was revoked with its label held as long as that one did. */
function statusOn(status: Judged, label: LabelToday | null, row: RegisterRow | null, savedOn: Day): Judged {
  const isEnded = row !== null && !validityToday(row, savedOn).valid;
  const isRevoked = status.flaw === 'revoked' || status.flaw === 'suspended';
  return isRevoked && isEnded && label?.valid === true ? holds : status;
}
