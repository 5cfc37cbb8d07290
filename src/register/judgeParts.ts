import type { CredentialRead, FileReading, SealRead } from './fileReading.ts';
import type { CheckFlaw, Judged } from './verification.ts';

export const holds: Judged = { result: 'holds' };
export const notThere: Judged = { result: 'notThere' };
const unknown = { result: 'unknown' } as const;
export const fails = (flaw: CheckFlaw): Judged => ({ result: 'fails', flaw });

/** Judges what a file carries with it: its seal and its credential. */
export function judgeParts({ kind, seal, credential }: FileReading) {
  return { ...judgeSeal(seal, kind === 'pdf' && credential !== null), ...judgeCredential(credential) };
}

/** Of our documents, exactly those that carry a credential are sealed. */
function judgeSeal(seal: SealRead | null, expected: boolean) {
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

function judgeCredential(credential: CredentialRead | null) {
  if (!credential) return { credential: notThere, issuerKey: notThere, status: notThere };
  const { flaw, claim, status } = credential;
  return {
    ...judgeSignature(flaw),
    status: claim ? judgeStatus(status) : unknown,
  };
}

/** A signature by a key that is not ours is not looked at. */
function judgeSignature(flaw: CredentialRead['flaw']) {
  switch (flaw) {
    case null:
      return { credential: holds, issuerKey: holds };
    case 'shape':
      return { credential: fails('credentialShape'), issuerKey: unknown };
    case 'twice':
      return { credential: fails('twoCredentials'), issuerKey: unknown };
    case 'signature':
      return { credential: fails('credentialChanged'), issuerKey: holds };
    case 'otherIssuer':
    case 'unknownKey':
      return { credential: unknown, issuerKey: fails(flaw) };
  }
}

/** A list that is not ours, or says nothing, does not say that the credential stands. */
function judgeStatus(status: CredentialRead['status']): Judged {
  switch (status) {
    case 'clear':
      return holds;
    case 'revoked':
    case 'suspended':
      return fails(status);
    case 'missing':
      return { ...unknown, flaw: 'statusListMissing' };
    case 'forged':
      return { ...unknown, flaw: 'statusListForged' };
    case 'silent':
      return { ...unknown, flaw: 'statusListSilent' };
  }
}
