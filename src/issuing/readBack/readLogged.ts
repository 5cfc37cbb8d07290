import * as z from 'zod';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import type { LoggedRead } from '../../register/fileReading.ts';
import { checkEntryProof } from '../../transparency/read/entryProof.ts';
import { LogFlaw } from '../../transparency/read/logFlaw.ts';
import { readNoteKey } from '../../transparency/read/noteKey.ts';
import type { SignedCredential } from '../credential/credentialShape.ts';
import { readClaim } from './readClaim.ts';
import { readJson } from './readJson.ts';

/** What a statement of the public log says of a label, as far as a credential says it as well. */
const statementShape = z.object({
  number: z.string(),
  revision: z.int(),
  organisation: z.string(),
  offers: z.array(z.string()),
  since: z.string(),
  until: z.string(),
  credential: z.string(),
});

/** Whether what a credential says was entered in the public log, by the proof that it carries and without asking anyone. */
export function readLogged(
  credential: SignedCredential,
  { log }: Pick<TrustedKeys, 'log'>,
  now: Date,
): LoggedRead {
  const [, logged] = credential.evidence;
  if (!logged) return 'notThere';
  if (!log) return 'unknown';
  try {
    const policy = {
      log: readNoteKey(log.vkey),
      witnesses: log.witnesses.map(readNoteKey),
      // A certificate is made whether or not witnesses answer: it is told how many did.
      quorum: 0,
    };
    const proven = checkEntryProof(Buffer.from(logged.narrative), policy, Math.floor(now.getTime() / 1000));
    return isOf(credential, readJson(proven.statement)) ? 'proven' : 'other';
  } catch (error) {
    if (error instanceof LogFlaw) return 'forged';
    throw error;
  }
}

function isOf(credential: SignedCredential, statement: unknown): boolean {
  const said = statementShape.safeParse(statement).data;
  const claim = readClaim(credential);
  if (!said || !claim) return false;
  return (
    said.credential === credential.id &&
    said.number === claim.number &&
    said.revision === claim.revision &&
    said.organisation.normalize('NFC') === claim.organisation &&
    JSON.stringify(said.offers.map((offer) => offer.normalize('NFC'))) === JSON.stringify(claim.offers) &&
    said.since === claim.since &&
    said.until === claim.until
  );
}
