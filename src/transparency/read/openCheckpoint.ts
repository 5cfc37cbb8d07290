import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { LogFlaw } from './logFlaw.ts';
import { type NoteKey, signaturesOf } from './noteKey.ts';
import { readNote } from './signedNote.ts';

/** Whom a reader believes: the log by its key, whose name is its origin, and witnesses, of which `quorum` must have seen a head. */
export interface LogPolicy {
  readonly log: NoteKey;
  readonly witnesses: readonly NoteKey[];
  readonly quorum: number;
}

/** A witness that saw a head, and when (Unix seconds). */
export interface Sighting {
  readonly name: string;
  readonly at: number;
}

export interface SignedCheckpoint extends Checkpoint {
  /** Each witness of the policy once, as often as it may have signed. */
  readonly witnesses: readonly Sighting[];
}

/** Reads a head that the log signed and enough witnesses saw before `now` (Unix seconds); throws a LogFlaw. */
export function openCheckpoint(bytes: Uint8Array, policy: LogPolicy, now: number): SignedCheckpoint {
  const note = readNote(bytes);
  if (signaturesOf(policy.log, note).length === 0) throw new LogFlaw('notSigned');
  const checkpoint = readCheckpoint(note.text);
  if (checkpoint.origin !== policy.log.name) throw new LogFlaw('otherOrigin');
  const witnesses = policy.witnesses.flatMap((key) => {
    const times = signaturesOf(key, note).flatMap(({ at }) => at ?? []);
    if (times.some((at) => at > now + clockSkew)) throw new LogFlaw('futureCosignature');
    return times.length === 0 ? [] : [{ name: key.name, at: Math.max(...times) }];
  });
  if (witnesses.length < policy.quorum) throw new LogFlaw('fewWitnesses');
  return { ...checkpoint, witnesses };
}

/** How far (seconds) the clock of a witness may be ahead of ours. */
const clockSkew = 300;
