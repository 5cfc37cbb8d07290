import { closesEverywhere } from '../../../policies/recusal.ts';
import { everything } from '../../../policies/view.ts';
import { isInCommittee } from '../../../policies/who.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** The files that recusals close to a person; where they sit (`asMember`), those in which they had an earlier part as well. */
export async function hiddenFrom({ store }: Pick<Deps, 'store'>, person: Person, asMember: boolean) {
  const recusals = await store.recusalsOf(person.id);
  const files = recusals.filter((one) => asMember || closesEverywhere(one)).map((one) => one.applicationId);
  if (!asMember || !isInCommittee(person)) return { files };
  const reviews = await store.seenBy(everything).reviewsBy(person.id);
  const reviewed = reviews.filter(({ state }) => state !== 'expired');
  return {
    files: [...files, ...reviewed.map(({ context }) => context.applicationId)],
    withoutPartOf: person.id,
  };
}
