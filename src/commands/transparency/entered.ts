import { setTimeout as pause } from 'node:timers/promises';
import { LabelError } from '../../errors.ts';
import { inclusionProof } from '../../transparency/write/proofs.ts';
import { proofText } from '../../transparency/write/proofText.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { LoggedStatement } from '../ports/issuingPorts.ts';
import type { Checkpoint, Entering, LogEntry } from '../ports/logPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { growLog, type LogDeps } from './growLog.ts';
import { tilesOf } from './readLog.ts';

/** How often, and how long after each other (ms), it is looked whether another process has entered what this one waits for: five seconds in all. */
const maxLooks = 100;
const lookMs = 50;

/** Enters something in the public log and waits until a signed head has it; entered before, it is the same entry. */
export async function entered(deps: LogDeps, entering: Entering): Promise<LoggedStatement> {
  const { store } = deps;
  await store.enterInLog(entering);
  for (let looks = 0; looks < maxLooks; looks += 1) {
    await growLog(deps);
    const entry = requireVisible(await store.logEntry(entering.source));
    const checkpoint = (await store.logHead())?.checkpoint;
    if (entry.index !== null && checkpoint && checkpoint.size > entry.index)
      return enteredAs(deps, entry, entry.index, checkpoint);
    await pause(lookMs);
  }
  throw new LabelError('issuerUnavailable', { cause: 'the public log did not take an entry within 5 s' });
}

async function enteredAs(
  deps: Pick<Deps, 'store'>,
  { entry, statement }: LogEntry,
  index: number,
  { size, note }: Checkpoint,
): Promise<LoggedStatement> {
  const tiles = tilesOf(deps, requireVisible(await deps.store.logHead()));
  return { index, entry, statement, proof: proofText(index, await inclusionProof(tiles, index, size), note) };
}
