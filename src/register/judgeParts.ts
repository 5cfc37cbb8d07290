import type { Day } from './day.ts';
import type { CredentialRead, FileReading, LoggedRead, SealRead } from './fileReading.ts';
import type { CheckFlaw, Judged, Verification } from './verification.ts';

export const holds: Judged = { result: 'holds' };
export const notThere: Judged = { result: 'notThere' };
export const unknown = { result: 'unknown' } as const;
export const fails = (flaw: CheckFlaw): Judged => ({ result: 'fails', flaw });

/** Judges what a file carries with it on a day: its seal and its credential. */
export function judgeParts({ kind, seal, credential }: FileReading, today: Day) {
  return { ...judgeSeal(seal, kind === 'pdf' && credential !== null), ...judgeCredential(credential, today) };
}

/**
 * Judges a seal: one that carries a credential is never without; our papers are sealed as well. Of one that does not fit nothing tells what
 * it was over: a program that saved the document again added nothing behind it.
 */
export function judgeSeal(seal: SealRead | null, expected: boolean) {
  if (!seal) {
    return { seal: expected ? fails('sealMissing') : notThere, wholeFile: notThere, sealIssuer: notThere };
  }
  const { valid, coversWholeFile, trusted, untimely } = seal;
  if (!valid) return { seal: fails('sealBroken'), wholeFile: unknown, sealIssuer: unknown };
  return {
    seal: holds,
    wholeFile: coversWholeFile ? holds : fails('notWholeFile'),
    sealIssuer: trusted ? holds : fails(untimely ? 'sealUntimely' : 'otherAuthority'),
  };
}

/** Whether a seal of ours holds, over the whole file. */
export function isSealedByUs(seal: SealRead | null): boolean {
  return seal?.valid === true && seal.trusted && seal.coversWholeFile;
}

/** When a file was sealed by us: of any other seal, or one that does not hold, its time says nothing. */
export function sealedAt(seal: SealRead | null): Pick<Verification, 'sealed' | 'stampedAgain'> {
  if (!seal?.valid || !seal.trusted || seal.at === null) return {};
  const again = seal.stampedAgain === undefined ? {} : { stampedAgain: true as const };
  return { sealed: { at: seal.at, confirmed: seal.timestamped }, ...again };
}

/** Where a credential of ours stands in the public log: another may carry a proof that was taken from it. */
export function loggedAs(credential: CredentialRead | null): Pick<Verification, 'logged'> {
  if (credential?.flaw !== null || credential.logged?.result !== 'proven') return {};
  const { result: _, ...as } = credential.logged;
  return { logged: as };
}

/** How far apart (ms) the clocks of the issuer, a witness and an authority of time may be. */
export const clocksApartMs = 3_600_000;

/** Longest (ms) that something may wait between its time in the log and the first witness: a certificate waits for its entry. */
export const maxWaitMs = 86_400_000;

/** Whether something was entered before a witness saw it, and that before the file that carries it was sealed, as far as others confirm these times. */
export function areTimesInOrder({ seal, credential }: Pick<FileReading, 'seal' | 'credential'>): boolean {
  if (credential?.logged?.result !== 'proven') return true;
  const { at, seen } = credential.logged;
  const sealed = seal?.timestamped && seal.trusted ? seal.at : null;
  const times = [at, ...(seen ?? []), sealed].flatMap((time) => (time === null ? [] : [Date.parse(time)]));
  return times.every((time, i) => times.slice(0, i).every((earlier) => earlier <= time + clocksApartMs));
}

/** A signature by a key that is not ours is not looked at. */
const signatures = {
  shape: { credential: fails('credentialShape'), issuerKey: unknown },
  repeatedName: { credential: fails('repeatedName'), issuerKey: unknown },
  twice: { credential: fails('twoCredentials'), issuerKey: unknown },
  // Whoever signed it, if anyone, only names a key of ours.
  signature: { credential: fails('credentialChanged'), issuerKey: unknown },
  otherIssuer: { credential: unknown, issuerKey: fails('otherIssuer') },
  unknownKey: { credential: unknown, issuerKey: fails('unknownKey') },
} as const;

/** A list that is not ours, or says nothing, does not say that the credential stands. */
const statuses: Readonly<Record<CredentialRead['status'], Judged>> = {
  clear: holds,
  revoked: fails('revoked'),
  suspended: fails('suspended'),
  missing: { ...unknown, flaw: 'statusListMissing' },
  forged: { ...unknown, flaw: 'statusListForged' },
  silent: { ...unknown, flaw: 'statusListSilent' },
};

/** What was entered in the public log is what the credential says, or else somebody else than the log made it up. */
const loggings: Readonly<Record<LoggedRead['result'], Judged>> = {
  proven: holds,
  forged: fails('logForged'),
  other: fails('logOther'),
  otherLog: { ...unknown, flaw: 'otherLog' },
  notThere,
};

function judgeCredential(credential: CredentialRead | null, today: Day) {
  if (!credential) return { credential: notThere, issuerKey: notThere, status: notThere, log: notThere };
  const { flaw, claim, logged } = credential;
  return {
    ...(flaw === null ? { credential: holds, issuerKey: holds } : signatures[flaw]),
    // Of which entry of which list it is asked, only its signature vouches for.
    status: claim && flaw === null ? statusOf(credential, today) : unknown,
    log: loggings[logged?.result ?? 'notThere'],
  };
}

/** What is revoked stays so; what was not, in a list that ended, may have been since then. */
function statusOf({ status, statusUntil }: CredentialRead, today: Day): Judged {
  const isOver = status === 'clear' && statusUntil !== undefined && statusUntil < today;
  return isOver ? { ...unknown, flaw: 'statusListOld' } : statuses[status];
}
