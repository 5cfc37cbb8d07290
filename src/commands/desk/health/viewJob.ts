import { requireVisible } from '../../common/requireVisible.ts';
import type { ParkedJob, ParkedOnFile } from '../../ports/healthPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { requireCaretaker } from './parkedJobs.ts';

/** A job that no worker tries any more, for those who look after the service. */
export async function viewJob(deps: Pick<Deps, 'store'>, asker: Asker, id: string): Promise<ParkedOnFile> {
  requireCaretaker(asker);
  const [job] = await withFiles(deps, [requireVisible(await deps.store.parkedJob(id))]);
  return requireVisible(job);
}

/** Jobs with the files that they are about. */
export async function withFiles(
  { store }: Pick<Deps, 'store'>,
  jobs: readonly ParkedJob[],
): Promise<readonly ParkedOnFile[]> {
  const files = await store.filesOfChains(jobs.map(({ stream }) => stream));
  return jobs.map((job) => ({ ...job, file: files.get(job.stream) ?? null }));
}
