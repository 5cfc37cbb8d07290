import { hash } from 'node:crypto';
import { LogFlaw } from './logFlaw.ts';
import { checkProof, readProof } from './logProof.ts';
import { leafHash } from './merkle.ts';
import type { LogPolicy, SignedCheckpoint } from './openCheckpoint.ts';

/** What a proof says was entered, and where. */
export interface ProvenEntry extends SignedCheckpoint {
  readonly index: number;
  /** The statement whose hash the entry has, as JSON. */
  readonly statement: string;
  /** When what it says happened, as the log has it (ISO instant); null where it does not say. */
  readonly time: string | null;
}

/**
 * Checks a proof that carries what it proves: its `extra` is the entry, a new line, and the statement whose hash (`sha256`) the entry has.
 * Throws a LogFlaw.
 */
export function checkEntryProof(bytes: Uint8Array, policy: LogPolicy, now: number): ProvenEntry {
  const proof = readProof(bytes);
  const [entry = '', statement = '', ...more] = (proof.extra ?? '').toString().split('\n');
  const { sha256, time } = partsOf(entry);
  if (more.length > 0 || sha256 !== hash('sha256', statement)) throw new LogFlaw('otherStatement');
  const head = checkProof(proof, leafHash(Buffer.from(entry)), policy, now);
  const isTime = typeof time === 'string' && Number.isFinite(Date.parse(time));
  return { ...head, index: proof.index, statement, time: isTime ? new Date(time).toISOString() : null };
}

function partsOf(entry: string): { readonly sha256?: unknown; readonly time?: unknown } {
  try {
    return JSON.parse(entry) ?? {};
  } catch {
    return {};
  }
}
