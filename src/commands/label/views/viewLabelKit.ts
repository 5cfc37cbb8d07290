import { belongsTo } from '../../../policies/organisation.ts';
import type { Entry } from '../../../register/entry.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The register's row of a label, for the people of the organisation that holds it; for anyone else it is not found. */
export async function viewLabelKit(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  { organisationId, number }: { readonly organisationId: string; readonly number: string },
): Promise<Entry> {
  requireVisible(belongsTo(asker, organisationId));
  const entry = requireVisible(await deps.store.entry(number));
  return requireVisible(entry.organisation.id === organisationId ? entry : null);
}
