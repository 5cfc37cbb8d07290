import * as z from 'zod';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import { readJson } from '../../readJson.ts';
import type { LoggedRead } from '../../register/fileReading.ts';
import { checkEntryProof } from '../../transparency/read/entryProof.ts';
import { LogFlaw } from '../../transparency/read/logFlaw.ts';
import { readNoteKey } from '../../transparency/read/noteKey.ts';
import type { Conformity } from '../conformity/conformityShape.ts';
import type { tokenProof } from '../conformity/conformityToken.ts';
import { contentDigest } from '../credential/contentDigest.ts';
import type { SignedCredential } from '../credential/credentialShape.ts';
import { readClaim } from './readClaim.ts';

/** What a statement of the public log says of a label, as far as a credential says it as well. */
const labelStatement = z.object({
  number: z.string(),
  revision: z.int(),
  organisation: z.string(),
  offers: z.array(z.string()),
  since: z.string(),
  until: z.string(),
  credential: z.string(),
  // Entered by an earlier version, it says no more than that.
  content: z.string().optional(),
  salt: z.string(),
});

const conformityStatement = z.object({ credential: z.string(), content: z.string() });

/** What of a credential its entry says: all of it, or number, revision, names and days alone; null where it is of something else. */
type Bound = 'all' | 'label' | null;

/** The clock of whoever checks a file may be late by so much: a witness may have seen it a moment ago. */
const maxAheadSeconds = 86_400;

/** Whether what a credential says was entered in the public log, by the proof that it carries and without asking anyone. */
export function readLogged(
  credential: SignedCredential,
  keys: Pick<TrustedKeys, 'log'>,
  now: Date,
): LoggedRead {
  const [, logged] = credential.evidence;
  return logged
    ? readProof(logged.narrative, (said) => boundOf(credential, said), keys, now)
    : { result: 'notThere' };
}

/** The same of a conformity credential, whose token has the proof in its header. */
export function readLoggedToken(
  credential: Conformity,
  logged: z.infer<typeof tokenProof> | undefined,
  keys: Pick<TrustedKeys, 'log'>,
  now: Date,
): LoggedRead {
  if (!logged) return { result: 'notThere' };
  const bound = (statement: unknown): Bound => {
    const said = conformityStatement.safeParse(statement).data;
    const isOf =
      said?.credential === credential.id && said.content === contentDigest(credential, logged.salt);
    return isOf ? 'all' : null;
  };
  return readProof(logged.proof, bound, keys, now);
}

function readProof(
  proof: string,
  boundBy: (statement: unknown) => Bound,
  { log }: Pick<TrustedKeys, 'log'>,
  now: Date,
): LoggedRead {
  const seconds = Math.floor(now.getTime() / 1000) + maxAheadSeconds;
  for (const vkey of log ? [log.vkey, ...log.earlier] : []) {
    try {
      const policy = {
        log: readNoteKey(vkey),
        witnesses: log?.witnesses.map(readNoteKey) ?? [],
        // A certificate is made whether or not witnesses answer: it is told how many did.
        quorum: 0,
      };
      const { index, statement, time, witnesses } = checkEntryProof(Buffer.from(proof), policy, seconds);
      const bound = boundBy(readJson(statement));
      if (bound === null) return { result: 'other' };
      // A witness that has a new key is still one.
      const names = new Set(witnesses.map(({ name }) => name));
      const { quorum = 0, pinned = false } = log ?? {};
      return {
        result: 'proven',
        index,
        earlier: vkey !== log?.vkey,
        witnesses: names.size,
        quorum,
        pinned: pinned && vkey === log?.vkey,
        bindsAll: bound === 'all',
        at: time,
        seen: spanOf(witnesses.map((one) => one.at)),
      };
    } catch (error) {
      if (!(error instanceof LogFlaw)) throw error;
      if (error.flaw !== 'notSigned') return { result: 'forged' };
    }
  }
  return { result: 'otherLog' };
}

/** From when to when (ISO instants) witnesses saw it; null where none did. */
function spanOf(seconds: readonly number[]): readonly [string, string] | null {
  if (seconds.length === 0) return null;
  const instant = (at: number) => new Date(at * 1000).toISOString();
  return [instant(Math.min(...seconds)), instant(Math.max(...seconds))];
}

function boundOf(credential: SignedCredential, statement: unknown): Bound {
  const said = labelStatement.safeParse(statement).data;
  const claim = readClaim(credential);
  if (!said || !claim) return null;
  const isOf =
    said.credential === credential.id &&
    said.number === claim.number &&
    said.revision === claim.revision &&
    said.organisation.normalize('NFC') === claim.organisation &&
    JSON.stringify(said.offers.map((offer) => offer.normalize('NFC'))) === JSON.stringify(claim.offers) &&
    said.since === claim.since &&
    said.until === claim.until;
  if (!isOf) return null;
  if (said.content === undefined) return 'label';
  return said.content === contentDigest(credential, said.salt) ? 'all' : null;
}
