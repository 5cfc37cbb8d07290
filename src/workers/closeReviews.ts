import { closeOpenReviews } from '../commands/evaluation/closeOpenReviews.ts';
import type { Job } from '../commands/jobPorts.ts';
import type { Deps } from '../commands/ports.ts';

/** After a file was decided or ended otherwise: whoever was still asked to review it is free. */
export async function closeReviews(deps: Deps, job: Job): Promise<void> {
  await closeOpenReviews(deps, job.stream.slice('applications/'.length));
}
