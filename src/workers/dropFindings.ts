import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { dropFindings as drop } from '../commands/review/findings/followFindings.ts';

/** After a file ended, or began anew with other people: nothing that was open of it counts any more. */
export async function dropFindings(deps: Deps, job: Job): Promise<void> {
  const records = await deps.store.records(job.stream);
  const { at, event } = requireVisible(records.find(({ id }) => id === job.recordId));
  if (event && 'newEvaluation' in event && !event.newEvaluation) return;
  await drop(deps, { applicationId: job.stream.slice('applications/'.length), endedAt: at });
}
