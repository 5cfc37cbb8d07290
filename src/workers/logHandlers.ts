import { requireVisible } from '../commands/common/requireVisible.ts';
import { schemeOf } from '../commands/common/schemeOf.ts';
import { enterChange, enterDropped as enterDroppedRevision } from '../commands/label/logEntries.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { growLog } from '../commands/transparency/growLog.ts';
import { criteriaEntry } from '../commands/transparency/statements.ts';
import { idOf, lineOf } from './job.ts';

/** Enters what became of a label in the public log. */
export async function enterInLog(deps: Deps, job: Job): Promise<void> {
  const label = requireVisible(await deps.store.label(idOf(job)));
  await enterChange(deps, label, await lineOf(deps, job), job.fact);
}

/** Enters that a label did not take a certificate that was entered. */
export async function enterDropped(deps: Deps, job: Job): Promise<void> {
  const label = requireVisible(await deps.store.label(idOf(job)));
  await enterDroppedRevision(deps, label, await lineOf(deps, job));
}

/** Enters the version of the criteria that was released. */
export async function enterCriteria(deps: Deps, job: Job): Promise<void> {
  await deps.store.enterInLog(criteriaEntry(schemeOf(deps, idOf(job))));
  await growLog(deps);
}
