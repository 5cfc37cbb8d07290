import { requireVisible } from '../commands/common/requireVisible.ts';
import { dataOf } from '../commands/items/eventData.ts';
import { answersAsk, saidAnew } from '../commands/label/askRevision.ts';
import { takeRevision } from '../commands/label/completeIssue.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { makeRevision } from './makeRevision.ts';

/** Makes the new certificate that a line of a label's journal asks for, and gives it to the label; done already, it does nothing. */
export async function reviseLabel(deps: Deps, job: Job): Promise<void> {
  const label = requireVisible(await deps.store.label(job.stream.slice('labels/'.length)));
  const records = await deps.store.records(job.stream);
  if (records.some((line) => answersAsk(line, job.recordId))) return;
  const line = requireVisible(records.find(({ id }) => id === job.recordId));
  const { at, actor } = line;
  const { ask } = requireVisible(dataOf(line, 'label.revisionAsked'));
  const files = await makeRevision(deps, { ...label, ...saidAnew(label, ask) }, at);
  await takeRevision(deps, { label, asked: job.recordId, actor, ask, files });
}
