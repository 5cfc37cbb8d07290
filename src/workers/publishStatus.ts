import { requireVisible } from '../commands/common/requireVisible.ts';
import { markStatus, publishStatusLists } from '../commands/label/statusLists.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';

/** Publishes what a label's change means for the credentials that were issued for it. */
export async function publishStatus(deps: Deps, job: Job): Promise<void> {
  const label = requireVisible(await deps.store.label(job.stream.slice('labels/'.length)));
  for (const list of await markStatus(deps, label)) await publishStatusLists(deps, list);
}
