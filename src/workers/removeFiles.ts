import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';

/** Takes away the bytes that an erasure names, but for those that other evidence or the register refers to. */
export async function removeFiles(deps: Deps, job: Job): Promise<void> {
  const records = await deps.store.records(job.stream);
  const { files } = requireVisible(records.find(({ id }) => id === job.recordId)).data;
  const digests = Array.isArray(files) ? files.map(String) : [];
  const inUse = await deps.store.digestsInUse(digests);
  for (const digest of digests) if (!inUse.includes(digest)) await deps.files.remove(digest);
}
