import { ownOrganisations } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { Deps, Store } from '../../ports/ports.ts';
import { detectedTie } from './detectedTies.ts';

/**
 * Ties when a person leaves an organisation: having been of it cools off from today, and so do the ties between them and their
 * colleagues' other organisations, unless they share another one.
 */
export async function tiesOfLeaving(
  deps: Pick<Deps, 'store' | 'clock'>,
  person: Person,
  organisationId: string,
): Promise<Tie[]> {
  const today = dayOf(deps.clock.now().toISOString());
  // The other organisations are nobody's to see here, but the register of conflicts must know who shares them.
  const store = deps.store.seenBy(everything);
  const everyone = await store.peopleOf(organisationId);
  const colleagues = everyone.filter(({ id }) => id !== person.id);
  const left = person.memberships.filter((m) => m.organisationId !== organisationId);
  const ended = await Promise.all([
    endedFor(store, { ...person, memberships: left }, colleagues),
    ...colleagues.map((colleague) =>
      endedFor(store, colleague, [person], (id, other) => id === organisationId && other.id === person.id),
    ),
  ]);
  const seen = { personId: person.id, organisationId, kind: 'member', since: today, ended: today } as const;
  return [detectedTie(seen), ...ended.flat().map((tie) => ({ ...tie, ended: today }))];
}

/** The lasting ties of a person to organisations of some others that no colleague whom they still have is of. */
async function endedFor(
  store: Store,
  person: Person,
  others: readonly Person[],
  hasLeft: (organisationId: string, other: Person) => boolean = () => false,
): Promise<Tie[]> {
  const of = new Set(others.flatMap((other) => ownOrganisations(other)));
  const ties = (await store.tiesOf(person.id)).filter(
    ({ kind, source, ended, organisationId }) =>
      kind === 'board' && source === 'detected' && ended === null && of.has(organisationId),
  );
  if (ties.length === 0) return [];
  const groups = await Promise.all(
    ownOrganisations(person).map(async (id) => {
      const people = await store.peopleOf(id);
      return people.filter((other) => other.id !== person.id && !hasLeft(id, other));
    }),
  );
  const still = new Set(groups.flat().flatMap((other) => ownOrganisations(other)));
  return ties.filter(({ organisationId }) => !still.has(organisationId));
}
