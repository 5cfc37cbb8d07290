import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Application, Organisation } from '../../commands/items/items.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import type { JournalRecord } from '../../workflow/record.ts';

/** A file as letters tell of it: what is known now, and the journal, which keeps what was true when. */
export interface ToldFile {
  readonly number: string;
  readonly application: Application;
  readonly organisation: Organisation;
  readonly records: readonly JournalRecord[];
}

/** The file that a stream of the journal is about, e.g. `applications/A-2026-000123`. */
export async function fileOf({ store }: Pick<Deps, 'store'>, stream: string): Promise<ToldFile> {
  const number = stream.slice('applications/'.length);
  const application = requireVisible(await store.application(number));
  return {
    number,
    application,
    organisation: requireVisible(await store.organisation(application.context.organisationId)),
    records: await store.records(stream),
  };
}
