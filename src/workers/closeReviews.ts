import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { closeOpenReviews } from '../commands/review/evaluation/closeOpenReviews.ts';

/** After a file was decided or ended otherwise: whoever was still asked to review it is free. */
export async function closeReviews(deps: Deps, job: Job): Promise<void> {
  await closeOpenReviews(deps, job.stream.slice('applications/'.length));
}
