import type { Job } from '../commands/jobPorts.ts';
import type { Deps } from '../commands/ports.ts';
import { recusePerson } from '../commands/ties/recusePerson.ts';

/**
 * After a tie was declared or detected, a role, the access or the admission taken: the person leaves the reviews they must not
 * do any more. The line stands on the chain of the person or of their profile, both of which have the person's id.
 */
export async function recuse(deps: Deps, job: Job): Promise<void> {
  await recusePerson(deps, job.stream.slice(job.stream.indexOf('/') + 1));
}
