import { consistencyProof } from '../../transparency/write/proofs.ts';
import type { Checkpoint, LogHead } from '../ports/logPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { tilesOf } from './readLog.ts';

/** Publishes a checkpoint with the lines of the witnesses that see it now, and of those that saw it before. */
export async function showWitnesses(
  { store, issuing, clock }: Pick<Deps, 'store' | 'issuing' | 'clock'>,
  head: LogHead,
  { size, note }: Checkpoint,
): Promise<void> {
  const [text, signatures] = partsOf(note);
  const [own = '', ...before] = signatures;
  const signed = `${text}\n${own}`;
  const proofFrom = (old: number) => consistencyProof(tilesOf({ store }, head), old, size);
  const { vkeys, quorum, cosign } = issuing.witnesses;
  const lines = await cosign({ note: signed, size, proofFrom });
  const names = new Set(lines.map(nameIn));
  const kept = before.filter((line) => !names.has(nameIn(line)));
  if (lines.length > 0) await store.addWitnesses(vkeys, clock.now().toISOString());
  await store.publishCheckpoint({ size, note: [signed, ...kept, ...lines].join(''), quorum });
}

/** The text of a signed note, and the lines below it. */
function partsOf(note: string): readonly [string, readonly string[]] {
  const end = note.lastIndexOf('\n\n') + 1;
  return [note.slice(0, end), note.slice(end + 1).match(/.+\n/g) ?? []];
}

const nameIn = (line: string) => line.split(' ')[1];
