import { setTimeout as pause } from 'node:timers/promises';
import { LabelError } from '../../errors.ts';
import { inclusionProof } from '../../transparency/write/proofs.ts';
import { proofText } from '../../transparency/write/proofText.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { LoggedStatement } from '../ports/issuingPorts.ts';
import type { Entering } from '../ports/logPorts.ts';
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
    const head = requireVisible(await store.logHead());
    const { checkpoint } = head;
    if (entry.index !== null && checkpoint && checkpoint.size > entry.index) {
      const path = await inclusionProof(tilesOf(deps, head), entry.index, checkpoint.size);
      const proof = proofText(entry.index, path, checkpoint.note);
      return { index: entry.index, entry: entry.entry, statement: entry.statement, proof };
    }
    await pause(lookMs);
  }
  throw new LabelError('issuerUnavailable', { cause: 'the public log did not take an entry within 5 s' });
}
