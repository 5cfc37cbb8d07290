import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { JournalRecord } from '../workflow/record.ts';

/** The id of the item on whose chain the line of a job stands. */
export function idOf({ stream }: Job): string {
  return stream.slice(stream.indexOf('/') + 1);
}

/** The line of the journal that a job reacts to. */
export async function lineOf({ store }: Deps, { stream, recordId }: Job): Promise<JournalRecord> {
  return requireVisible((await store.records(stream)).find(({ id }) => id === recordId));
}
