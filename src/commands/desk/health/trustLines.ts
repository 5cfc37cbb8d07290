import type { TrustRoot } from '../../../register/trust/trustRoot.ts';
import { readNoteKey, signaturesOf } from '../../../transparency/read/noteKey.ts';
import { readNote } from '../../../transparency/read/signedNote.ts';
import type { KeyFolder } from '../../ports/issuing/keyFolder.ts';
import type { Checkpoint, Witnesses } from '../../ports/logPorts.ts';
import { type HealthLine, line, lineIn, lineUntil } from './healthLine.ts';

/** Of three witnesses two are needed: one may be away, and one alone is believed by nobody. */
const fewest = { witnesses: 3, quorum: 2 };
/** A head is shown again each hour: one that was not seen for a day is seen by nobody. */
const seenWithinMs = 86_400_000;

interface RootSeen {
  readonly bundle: KeyFolder['bundle'];
  /** The newest root; null before one is published. */
  readonly root: TrustRoot | null;
  readonly specimen: boolean;
  readonly now: Date;
}

/** The root that files are checked by away from here, and the key that it names for trust bundles. */
export function rootLine({ bundle, root, specimen, now }: RootSeen): HealthLine {
  // Development makes both when somebody asks for a bundle.
  if (!root) return specimen ? lineIn('root', 'unbegun', 'good') : lineIn('root', 'none', 'soon');
  const { version, roles, expires } = root.signed;
  const facts = { version, threshold: roles.root.threshold, all: roles.root.keyids.length };
  if (bundle === 'unread') return lineIn('root', 'unread', 'now', facts);
  if (bundle === 'missing') return lineIn('root', 'keyless', 'now', facts);
  if (!roles.targets.keyids.includes(bundle.id)) return lineIn('root', 'wrong', 'now', facts);
  const ends = lineUntil('root', expires, now);
  const told = { ...ends, facts: { ...facts, ...ends.facts } };
  const isAlone = ends.light === 'good' && facts.threshold < 2 && !specimen;
  return isAlone ? { ...told, state: 'alone', light: 'soon' } : told;
}

interface WitnessesSeen {
  readonly witnesses: Pick<Witnesses, 'vkeys' | 'quorum'>;
  readonly checkpoint: Checkpoint | null;
  readonly specimen: boolean;
  readonly now: Date;
}

/** Who saw the newest head of the public log, so that nobody is shown another one. */
export function witnessesLine({ witnesses, checkpoint, specimen, now }: WitnessesSeen): HealthLine {
  const { vkeys, quorum } = witnesses;
  if (vkeys.length === 0) return lineIn('witnesses', 'none', specimen ? 'good' : 'soon');
  // The clock of development may be set ahead of theirs.
  const since = specimen ? 0 : now.getTime() - seenWithinMs;
  const seen = checkpoint ? vkeys.filter((vkey) => hasSeen(vkey, checkpoint, since)).length : 0;
  const facts = { all: vkeys.length, quorum, seen };
  if (checkpoint && seen < quorum) return line('witnesses', 'now', facts);
  if (vkeys.length < fewest.witnesses || quorum < fewest.quorum)
    return lineIn('witnesses', 'alone', specimen ? 'good' : 'soon', facts);
  return line('witnesses', checkpoint && seen < vkeys.length ? 'soon' : 'good', facts);
}

function hasSeen(vkey: string, { note: text }: Checkpoint, since: number): boolean {
  const [key, note] = [readNoteKey(vkey), readNote(Buffer.from(text))];
  // What this machine cannot check (ML-DSA-44) it believes, as its line was taken.
  if (key.key === null)
    return note.signatures.some(({ name, keyId }) => name === key.name && keyId === key.id);
  return signaturesOf(key, note).some(({ at }) => at !== null && at * 1000 > since);
}
