import { keeperOf } from '../../../policies/absence.ts';
import { sees, type View } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import type { CaseId } from '../../items/casework.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { viewOf } from '../viewOf.ts';
import { theirView } from './caseSubject.ts';

type With = Pick<Deps, 'store' | 'clock' | 'impartiality'>;

/** Whose an item is today, for an officer: theirs, or that of somebody for whom they stand in; nobody's; or a colleague's. */
export type Whose =
  | { readonly whose: 'mine' | 'nobody' }
  | { readonly whose: 'others'; readonly keeper: Person };

/** An officer who owns items, and who has them today. */
interface Keeping {
  readonly owner: Person;
  readonly keeper: Person;
}

/** Who has today what each officer owns, by the id of its owner; one who is away with nobody in their place is not there. */
export async function keepersFor(
  { store, clock }: Pick<With, 'store' | 'clock'>,
  asker: Asker,
): Promise<ReadonlyMap<string, Keeping>> {
  const officers = await store.peopleWith('officer');
  const today = dayOf(clock.now().toISOString());
  const kept = officers.flatMap((owner) => {
    // Who looks at their own day is there, whatever was said.
    const keeper = owner.id === asker.id ? owner : keeperOf(owner, officers, today);
    return keeper ? [[owner.id, { owner, keeper }] as const] : [];
  });
  return new Map(kept);
}

/**
 * Whose some items are that an officer is shown. What its owner, or who stands in, may not work on any more is nobody's, and so is
 * what waits for an owner who is away with nobody in their place.
 */
export async function whoseOf(
  deps: With,
  asker: Asker,
  ids: readonly CaseId[],
): Promise<(id: CaseId) => Whose> {
  const owned = ids.length === 0 ? [] : await deps.store.ownersOf([...new Set(ids)]);
  const keepers = owned.length === 0 ? new Map<string, Keeping>() : await keepersFor(deps, asker);
  const kept = owned.flatMap((item) => {
    const keeping = keepers.get(item.owner);
    return keeping ? [{ item, ...keeping }] : [];
  });
  const others = new Set(kept.flatMap(({ owner, keeper }) => [owner, keeper]));
  const views = await viewsOf(
    deps,
    [...others].filter(({ id }) => id !== asker.id),
  );
  const found = new Map<CaseId, Whose>();
  for (const { item, owner, keeper } of kept) {
    const may = [owner, keeper].every(({ id }) => {
      const view = views.get(id);
      const { organisationId, applicationId } = item;
      return !view || organisationId === null || sees(view, organisationId, applicationId ?? undefined);
    });
    if (may) found.set(item.id, keeper.id === asker.id ? { whose: 'mine' } : { whose: 'others', keeper });
  }
  return (id) => found.get(id) ?? { whose: 'nobody' };
}

/** What each of some officers is shown of files where they work on them. */
async function viewsOf(deps: With, people: readonly Person[]): Promise<ReadonlyMap<string, View>> {
  const views = people.map(async (person) => [person.id, await viewOf(deps, theirView, person)] as const);
  return new Map(await Promise.all(views));
}
