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
}

/**
 * Checks a proof that carries what it proves: its `extra` is the entry, a new line, and the statement whose hash (`sha256`) the entry has.
 * Throws a LogFlaw.
 */
export function checkEntryProof(bytes: Uint8Array, policy: LogPolicy, now: number): ProvenEntry {
  const proof = readProof(bytes);
  const [entry = '', statement = '', ...more] = (proof.extra ?? '').toString().split('\n');
  if (more.length > 0 || sha256In(entry) !== hash('sha256', statement)) throw new LogFlaw('otherStatement');
  const head = checkProof(proof, leafHash(Buffer.from(entry)), policy, now);
  return { ...head, index: proof.index, statement };
}

function sha256In(entry: string): unknown {
  try {
    const value: unknown = JSON.parse(entry);
    return value !== null && typeof value === 'object' && 'sha256' in value ? value.sha256 : null;
  } catch {
    return null;
  }
}
