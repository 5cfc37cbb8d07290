import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { inviteNext as invite } from '../commands/review/assignment/inviteReviewer.ts';

/** After an invitation was declined or lapsed, or a review was taken from someone: the next candidate is asked. */
export async function inviteNext(deps: Deps, job: Job): Promise<void> {
  await invite(deps, job.stream.slice('reviews/'.length), job.recordId);
}
