import { everything } from '../../../policies/view.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** The organisations whose files a person scores now: until they deliver, no other role of theirs shows them how it goes. */
export async function scoredBy(deps: Pick<Deps, 'store'>, { id }: Pick<Person, 'id'>): Promise<string[]> {
  const reviews = await deps.store.seenBy(everything).reviewsBy(id);
  return reviews.filter(({ state }) => state === 'scoring').map(({ organisationId }) => organisationId);
}
