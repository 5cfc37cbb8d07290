import { requireVisible } from '../commands/common/requireVisible.ts';
import { dataOf } from '../commands/items/eventData.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';

/** Takes away the bytes that an erasure names, but for those that other evidence or the register refers to. */
export async function removeFiles(deps: Deps, job: Job): Promise<void> {
  const records = await deps.store.records(job.stream);
  const line = records.find(({ id }) => id === job.recordId);
  const { files } = requireVisible(
    dataOf(line, 'application.contentErased') ?? dataOf(line, 'organisation.erased'),
  );
  const inUse = await deps.store.digestsInUse(files);
  for (const digest of files) if (!inUse.includes(digest)) await deps.files.remove(digest);
}
