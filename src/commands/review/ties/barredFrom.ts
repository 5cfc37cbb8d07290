import { belongsTo } from '../../../policies/organisation.ts';
import { barring, type Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

type With = Pick<Deps, 'store' | 'clock' | 'impartiality'>;

/** The ties that bar a person today, from whatever organisation. */
async function barringTies(deps: With, person: Pick<Person, 'id'>): Promise<readonly Tie[]> {
  const today = dayOf(deps.clock.now().toISOString());
  return barring(await deps.store.tiesOf(person.id), deps.impartiality, today);
}

/** The organisations whose files a person must not see in any role: by a tie, or as a member. */
export async function barredFrom(deps: With, person: Person): Promise<readonly string[]> {
  const ties = await barringTies(deps, person);
  return [...ties, ...person.memberships].map(({ organisationId }) => organisationId);
}

/** Whether a person is in conflict with an organisation today. */
export async function hasConflict(deps: With, person: Person, organisationId: string): Promise<boolean> {
  if (belongsTo(person, organisationId)) return true;
  const ties = await barringTies(deps, person);
  return ties.some((tie) => tie.organisationId === organisationId);
}

/** The organisations whose files a person scores now: until they deliver, no other role of theirs shows its progress. */
export async function scoredBy(deps: Pick<Deps, 'store'>, { id }: Pick<Person, 'id'>): Promise<string[]> {
  const reviews = await deps.store.seenBy(everything).reviewsBy(id);
  return reviews.filter(({ state }) => state === 'scoring').map(({ organisationId }) => organisationId);
}
