import { LabelError } from '../../errors.ts';
import type { Entry } from '../../register/entry.ts';
import type { Deps } from '../ports/ports.ts';

/** More than one organisation gets in a century. */
const maxLabels = 50;

/**
 * Every label that the organisation of this id ever had, the newest first; `notFound` where there is none: of an organisation
 * that never had one nobody is told that it is known here.
 */
export async function labelsOfOrganisation(
  { store }: Pick<Deps, 'store'>,
  organisationId: string,
): Promise<readonly [Entry, ...Entry[]]> {
  const [newest, ...others] = await store.entriesOf(organisationId, maxLabels);
  if (!newest) throw new LabelError('notFound');
  return [newest, ...others];
}
