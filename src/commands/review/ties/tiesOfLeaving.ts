import { ownOrganisations } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { Deps, Store } from '../../ports/ports.ts';
import { detectedTie } from './detectedTies.ts';

/**
 * Ties when a person leaves an organisation: their membership cools off from today, and so do the ties between them and their
 * colleagues' other organisations, unless they share another one.
 */
export async function tiesOfLeaving(deps: Deps, person: Person, organisationId: string): Promise<Tie[]> {
  const today = dayOf(deps.clock.now().toISOString());
  // Read from the whole store: the register of conflicts must know who shares which organisations.
  const store = deps.store.seenBy(everything);
  const colleagues = (await store.peopleOf(organisationId)).filter(({ id }) => id !== person.id);
  const memberships = person.memberships.filter((m) => m.organisationId !== organisationId);
  // Reads the people as they are once the person has left.
  const peopleOf = async (id: string) => (id === organisationId ? colleagues : store.peopleOf(id));
  const after = { tiesOf: store.tiesOf, peopleOf };
  const ended = await Promise.all([
    endedFor(after, { ...person, memberships }, colleagues),
    ...colleagues.map((colleague) => endedFor(after, colleague, [person])),
  ]);
  const member = { personId: person.id, organisationId, kind: 'member', since: today, ended: today } as const;
  return [detectedTie(member), ...ended.flat().map((tie) => ({ ...tie, ended: today }))];
}

type Reading = Pick<Store, 'tiesOf' | 'peopleOf'>;

/** The lasting ties of a person to organisations of some others that none of their remaining colleagues belongs to. */
async function endedFor(store: Reading, person: Person, others: readonly Person[]): Promise<Tie[]> {
  const shared = others.flatMap(ownOrganisations);
  const lasting = (await store.tiesOf(person.id)).filter(
    ({ kind, source, ended }) => kind === 'board' && source === 'detected' && ended === null,
  );
  const ties = lasting.filter(({ organisationId }) => shared.includes(organisationId));
  const groups = await Promise.all(ownOrganisations(person).map((id) => store.peopleOf(id)));
  const remaining = groups.flat().filter(({ id }) => id !== person.id);
  const reachable = remaining.flatMap(ownOrganisations);
  return ties.filter(({ organisationId }) => !reachable.includes(organisationId));
}
