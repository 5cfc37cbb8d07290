import { requireVisible } from '../commands/common/requireVisible.ts';
import { completeIssue } from '../commands/label/completeIssue.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { makeRevision } from './makeRevision.ts';

/** Makes and stores what a label is shown with, then lets it become active. */
export async function issueLabel(deps: Deps, job: Job): Promise<void> {
  const number = job.stream.slice('labels/'.length);
  const label = requireVisible(await deps.store.label(number));
  if (label.state !== 'issuing') return;
  const files = await makeRevision(deps, label, label.history[0]?.at ?? label.context.since);
  await completeIssue(deps, { number, files });
}
