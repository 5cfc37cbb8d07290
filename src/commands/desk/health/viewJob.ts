import { requireVisible } from '../../common/requireVisible.ts';
import type { ParkedJob } from '../../ports/healthPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { requireCaretaker } from './parkedJobs.ts';

/** A job that no worker tries any more, for those who look after the service. */
export async function viewJob({ store }: Pick<Deps, 'store'>, asker: Asker, id: string): Promise<ParkedJob> {
  requireCaretaker(asker);
  return requireVisible(await store.parkedJob(id));
}
