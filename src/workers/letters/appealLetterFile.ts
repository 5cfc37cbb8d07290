import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Appeal } from '../../commands/items/decidingItems.ts';
import type { Organisation } from '../../commands/items/items.ts';
import type { Deps } from '../../commands/ports/ports.ts';

/** An appeal as letters tell of it. */
export interface AppealLetterFile {
  readonly appeal: Appeal;
  readonly organisation: Organisation;
  /** Of the file that it is about. */
  readonly number: string;
}

/** The appeal that a stream of the journal is about, e.g. `appeals/01H…`. */
export async function appealLetterFile(
  { store }: Pick<Deps, 'store'>,
  stream: string,
): Promise<AppealLetterFile> {
  const appeal = requireVisible(await store.appeal(stream.slice('appeals/'.length)));
  const { organisationId, applicationId } = appeal.context;
  return {
    appeal,
    organisation: requireVisible(await store.organisation(organisationId)),
    number: applicationId,
  };
}
