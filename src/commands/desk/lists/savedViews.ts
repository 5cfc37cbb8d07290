import { LabelError, refuseFor } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { SavedView } from '../../ports/savedViewPorts.ts';

const maxViews = 30;

/** The searches that an officer keeps of a list. */
export async function listViews({ store }: Pick<Deps, 'store'>, asker: Asker, kind: SavedView['kind']) {
  return store.savedViews(asker.id, kind);
}

/** Keeps a search of a list under a name; another one of that name goes. */
export async function saveView(
  { store, ids, clock }: Pick<Deps, 'store' | 'ids' | 'clock'>,
  asker: Asker,
  view: Pick<SavedView, 'kind' | 'name' | 'query'>,
): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const views = await store.savedViews(asker.id, view.kind);
  refuseFor({ tooManyViews: views.length >= maxViews && !views.some(({ name }) => name === view.name) });
  const at = clock.now().toISOString();
  await store.saveView({ id: ids.next(), personId: asker.id, at, ...view });
}

/** Takes away a search of one's own; gone already, nothing happens. */
export async function removeView({ store }: Pick<Deps, 'store'>, asker: Asker, id: string): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  await store.removeView(asker.id, id);
}
