import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import * as z from 'zod';
import type { LogSource } from '../../commands/transparency/audit/logSource.ts';
import { Unread } from '../../commands/transparency/audit/unread.ts';
import { LogFlaw } from '../../transparency/read/logFlaw.ts';
import { readProof } from '../../transparency/read/logProof.ts';
import { readNoteKey } from '../../transparency/read/noteKey.ts';
import {
  type LogPolicy,
  openCheckpoint,
  type SignedCheckpoint,
} from '../../transparency/read/openCheckpoint.ts';
import { writeWhole } from '../backup/wholeFile.ts';

const keysShape = z.object({
  v: z.literal(1),
  log: z.string(),
  witnesses: z.array(z.string()).max(32),
  quorum: z.int().nonnegative(),
});
/** Whose signatures count: keys of the log and its witnesses, and how many of these must have signed. */
export type LogKeys = z.infer<typeof keysShape>;

interface GivenKeys {
  readonly key: string;
  readonly witness?: readonly string[];
  readonly quorum?: string;
}

const stateShape = keysShape.extend({
  checkpoint: z.string(),
  /** Whether the log itself named these keys; absent where an earlier version kept them. */
  fromLog: z.boolean().optional(),
});
/** What is kept from one audit to the next: the keys, and the signed head. */
export type AuditState = z.infer<typeof stateShape>;

/** What the last audit kept in a file; null where there is no such file. Throws Unread. */
export async function readState(file: string): Promise<AuditState | null> {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw new Unread('state', file, error);
  });
  const state = text === null ? null : stateShape.safeParse(parsed(text)).data;
  if (state === undefined) throw new Unread('state', file);
  return state;
}

/** Keeps a state, whole or not at all. */
export async function writeState(file: string, state: AuditState): Promise<void> {
  await writeWhole(file, Readable.from([Buffer.from(`${JSON.stringify(state, null, 2)}\n`)]));
}

/** The keys that a log names as its own; throws Unread. */
export async function keysOfLog(source: LogSource): Promise<LogKeys> {
  const bytes = await source.file('keys.json', 100_000);
  const keys = bytes && keysShape.safeParse(parsed(bytes.toString())).data;
  if (!keys) throw new Unread('key', 'keys.json');
  return keys;
}

/** Keys that were typed: more than half of the witnesses must have signed where nothing else is said; throws Unread. */
export function givenKeys({ key, witness = [], quorum }: GivenKeys): LogKeys {
  const moreThanHalf = Math.min(witness.length, Math.floor(witness.length / 2) + 1);
  const wanted = quorum === undefined ? moreThanHalf : Number(quorum);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > witness.length)
    throw new Unread('key', `--quorum ${quorum}`);
  return { v: 1, log: key, witnesses: [...witness], quorum: wanted };
}

/** Reads keys; throws Unread. */
export function policyOf({ log, witnesses, quorum }: LogKeys): LogPolicy {
  return { log: keyOf(log), witnesses: witnesses.map(keyOf), quorum };
}

function keyOf(text: string) {
  try {
    return readNoteKey(text);
  } catch (error) {
    throw new Unread('key', text, error);
  }
}

/** A head that was kept or shown by someone, as a note or within a proof, if the log signed it, whoever saw it and whenever; throws Unread. */
export function keptHead(bytes: Buffer, about: string, policy: LogPolicy): SignedCheckpoint {
  try {
    const isProof = bytes.toString().startsWith('c2sp.org/tlog-proof@');
    const note = isProof ? readProof(bytes).checkpoint : bytes;
    return openCheckpoint(note, { ...policy, quorum: 0 }, Number.POSITIVE_INFINITY);
  } catch (error) {
    if (error instanceof LogFlaw) throw new Unread('state', `${about} (${error.flaw})`, error);
    throw error;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
