import type { Day } from './day.ts';
import type { CredentialRead, FileReading, LoggedRead, SealRead } from './fileReading.ts';
import type { CheckFlaw, Judged, Verification } from './verification.ts';

export const holds: Judged = { result: 'holds' };
export const notThere: Judged = { result: 'notThere' };
const unknown = { result: 'unknown' } as const;
export const fails = (flaw: CheckFlaw): Judged => ({ result: 'fails', flaw });

/** Judges what a file carries with it on a day: its seal and its credential. */
export function judgeParts({ kind, seal, credential }: FileReading, today: Day) {
  return { ...judgeSeal(seal, kind === 'pdf' && credential !== null), ...judgeCredential(credential, today) };
}

/** Judges a seal: one that carries a credential is never without; our papers are sealed as well. */
export function judgeSeal(seal: SealRead | null, expected: boolean) {
  if (!seal) {
    return { seal: expected ? fails('sealMissing') : notThere, wholeFile: notThere, sealIssuer: notThere };
  }
  const { valid, coversWholeFile, trusted } = seal;
  const sealIssuer = trusted ? holds : fails('otherAuthority');
  return {
    seal: valid ? holds : fails('sealBroken'),
    wholeFile: coversWholeFile ? holds : fails('notWholeFile'),
    sealIssuer: valid ? sealIssuer : unknown,
  };
}

/** When a file was sealed by us: of any other seal, or one that does not hold, its time says nothing. */
export function sealedAt(seal: SealRead | null): Pick<Verification, 'sealed'> {
  if (!seal?.valid || !seal.trusted || seal.at === null) return {};
  return { sealed: { at: seal.at, confirmed: seal.timestamped } };
}

/** Where a credential of ours stands in the public log: another may carry a proof that was taken from it. */
export function loggedAs(credential: CredentialRead | null): Pick<Verification, 'logged'> {
  if (credential?.flaw !== null || credential.logged?.result !== 'proven') return {};
  const { result: _, ...as } = credential.logged;
  return { logged: as };
}

/** A signature by a key that is not ours is not looked at. */
const signatures = {
  shape: { credential: fails('credentialShape'), issuerKey: unknown },
  repeatedName: { credential: fails('repeatedName'), issuerKey: unknown },
  twice: { credential: fails('twoCredentials'), issuerKey: unknown },
  signature: { credential: fails('credentialChanged'), issuerKey: holds },
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
    status: claim ? statusOf(credential, today) : unknown,
    log: loggings[logged?.result ?? 'notThere'],
  };
}

/** What is revoked stays so; what was not, in a list that ended, may have been since then. */
function statusOf({ status, statusUntil }: CredentialRead, today: Day): Judged {
  const isOver = status === 'clear' && statusUntil !== undefined && statusUntil < today;
  return isOver ? { ...unknown, flaw: 'statusListOld' } : statuses[status];
}
