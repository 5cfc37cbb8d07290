import { advises, connectedBy } from '../../../policies/adviser.ts';
import { belongsTo, ownOrganisations } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { Deps, Store } from '../../ports/ports.ts';
import { detectedTie } from './detectedTies.ts';

/**
 * Ties when a person leaves an organisation: their membership cools off from today, and so do the ties between its people and the
 * organisations that the person connected it with, unless another one does.
 */
export async function tiesOfLeaving(deps: Deps, person: Person, organisationId: string): Promise<Tie[]> {
  const today = dayOf(deps.clock.now().toISOString());
  // Read from the whole store: the register of conflicts must know who shares which organisations.
  const store = deps.store.seenBy(everything);
  const left = {
    ...person,
    memberships: person.memberships.filter((m) => m.organisationId !== organisationId),
  };
  // Reads the people as they are once the person has left.
  const peopleOf = async (id: string) =>
    (await store.peopleOf(id))
      .map((one) => (one.id === person.id ? left : one))
      .filter((one) => belongsTo(one, id));
  const after = { tiesOf: store.tiesOf, peopleOf };
  const colleagues = await peopleOf(organisationId);
  const elsewhere = await Promise.all(connectedBy(person, organisationId).map(peopleOf));
  const tied = new Map([...colleagues, ...elsewhere.flat()].map((one) => [one.id, one]));
  tied.delete(person.id);
  const ended = await Promise.all([
    endedFor(after, left, colleagues),
    ...[...tied.values()].map((one) => endedFor(after, one, [person])),
  ]);
  const member = { personId: person.id, organisationId, kind: 'member', since: today, ended: today } as const;
  return [detectedTie(member), ...ended.flat().map((tie) => ({ ...tie, ended: today }))];
}

type Reading = Pick<Store, 'tiesOf' | 'peopleOf'>;

/** The lasting ties of a person to organisations of some others that none of their remaining colleagues connects them with. */
async function endedFor(store: Reading, person: Person, others: readonly Person[]): Promise<Tie[]> {
  const shared = others.flatMap(ownOrganisations);
  const lasting = (await store.tiesOf(person.id)).filter(
    ({ kind, source, ended }) => kind === 'board' && source === 'detected' && ended === null,
  );
  const ties = lasting.filter(({ organisationId }) => shared.includes(organisationId));
  const own = ownOrganisations(person).filter((id) => !advises(person, id));
  const reachable = await Promise.all(
    own.map(async (id) => (await store.peopleOf(id)).flatMap((one) => connectedBy(one, id))),
  );
  return ties.filter(({ organisationId }) => !reachable.flat().includes(organisationId));
}
