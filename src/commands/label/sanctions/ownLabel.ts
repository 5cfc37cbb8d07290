import { belongsTo } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Which label of which organisation a page of its holder is about. */
export interface HolderInput {
  readonly organisationId: string;
  readonly number: string;
}

/** A label with its row of the register, for the people of the organisation that holds it; for anyone else it is not found. */
export async function ownLabel(
  { store }: Pick<Deps, 'store'>,
  asker: Asker,
  { organisationId, number }: HolderInput,
) {
  requireVisible(belongsTo(asker, organisationId));
  const label = requireVisible(await store.label(number));
  requireVisible(label.context.organisationId === organisationId);
  return { label, entry: requireVisible(await store.entry(number)) };
}
