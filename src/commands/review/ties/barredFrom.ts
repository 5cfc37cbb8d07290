import { belongsTo } from '../../../policies/organisation.ts';
import { barring, type Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

type With = Pick<Deps, 'store' | 'clock' | 'impartiality'>;

/** The organisations whose files a person must not see in any role: by a tie, or as a member. */
export async function barredFrom(deps: With, person: Person): Promise<readonly string[]> {
  const ties = barringToday(deps, await deps.store.tiesOf(person.id));
  return [...ties, ...person.memberships].map(({ organisationId }) => organisationId);
}

/** Whether a person is in conflict with an organisation today. */
export async function hasConflict(deps: With, person: Person, organisationId: string): Promise<boolean> {
  const isInConflict = await conflictsWith(deps, organisationId);
  return isInConflict(person);
}

/** Tells of anyone whether they are in conflict with an organisation today. */
export async function conflictsWith(
  deps: With,
  organisationId: string,
): Promise<(person: Person) => boolean> {
  const ties = await deps.store.seenBy(everything).tiesTowards(organisationId);
  const tied = barringToday(deps, ties).map(({ personId }) => personId);
  return (person) => belongsTo(person, organisationId) || tied.includes(person.id);
}

function barringToday({ clock, impartiality }: With, ties: readonly Tie[]): readonly Tie[] {
  return barring(ties, impartiality, dayOf(clock.now().toISOString()));
}

/** The organisations whose files a person scores now: until they deliver, no other role of theirs shows its progress. */
export async function scoredBy(deps: Pick<Deps, 'store'>, { id }: Pick<Person, 'id'>): Promise<string[]> {
  const reviews = await deps.store.seenBy(everything).reviewsBy(id);
  return reviews.filter(({ state }) => state === 'scoring').map(({ organisationId }) => organisationId);
}
