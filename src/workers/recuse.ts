import type { Deps, Job } from '../commands/ports.ts';
import { recusePerson } from '../commands/ties/recusePerson.ts';

/** After a tie was declared or detected, a role or the access taken: the person leaves the reviews they must not do any more. */
export async function recuse(deps: Deps, job: Job): Promise<void> {
  await recusePerson(deps, job.stream.slice('people/'.length));
}
