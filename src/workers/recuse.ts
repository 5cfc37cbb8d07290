import { leavePanels } from '../commands/committee/appeal/formPanel.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { recusePerson } from '../commands/review/ties/recusePerson.ts';

/**
 * After a tie was declared or detected, a role, the access or the admission taken: the person leaves the reviews and the panels
 * that they must not do any more. The line stands on the chain of the person or of their profile, both of which have the person's id.
 */
export async function recuse(deps: Deps, job: Job): Promise<void> {
  const personId = job.stream.slice(job.stream.indexOf('/') + 1);
  await recusePerson(deps, personId);
  await leavePanels(deps, personId);
}
