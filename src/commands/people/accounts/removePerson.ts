import { LabelError, refuseFor } from '../../../errors.ts';
import { hasOwner } from '../../../policies/organisation.ts';
import { confirmableUntil } from '../../../policies/rolesStep.ts';
import { everything } from '../../../policies/view.ts';
import { administratorsOwn, type PersonInput } from '../../common/administratorsOwn.ts';
import { changeItem, type Line, noteOn } from '../../common/noteOn.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Organisation, Person } from '../../items/items.ts';
import type { Asker, Deps, Store } from '../../ports/ports.ts';
import { afterChange } from '../organisations/ownTeam.ts';
import type { EndingDeps } from './ownAccount.ts';

/** Ends a person's access and sessions; refused while they are the only owner of an organisation. */
export async function removePerson(deps: EndingDeps, asker: Asker, input: PersonInput): Promise<void> {
  const { eventMeta, self, note } = await administratorsOwn(deps, asker);
  // Administrators manage all people, also those of organisations that they must not see.
  const store = deps.store.seenBy(everything);
  const person = requireRevision(requireVisible(await store.person(input.personId)), input.revision);
  refuseFor({ ownRemoval: person.id === self.id });
  if (person.removedAt !== null) return;
  const change = { removedAt: eventMeta.at, ...(person.calendarFeed && { calendarFeed: null }) };
  const because = { ...eventMeta, facts: [], data: { because: ['person.removed'] } };
  const owned = await ownedBy(store, person, change);
  await store.commit([
    changeItem(deps, 'people', person, change, { ...eventMeta, facts: ['person.removed'] }),
    note({ removed: person.id }),
    // The revision of each rises: of two owners who go at once, one is stale.
    ...owned.map((organisation) => noteOn(deps, 'organisations', organisation, because)),
  ]);
  await deps.sessions.endAll(person.id);
}

/** The organisations that a person speaks for; `soleOwner` when they do so alone for others, or for a file that was sent. */
async function ownedBy(store: Store, person: Person, change: Partial<Person>): Promise<Organisation[]> {
  const owner = person.memberships.filter(({ role }) => role === 'owner');
  const all = await store.organisations(owner.map(({ organisationId }) => organisationId));
  for (const { id, mergedInto } of all) {
    const people = afterChange(await store.peopleOf(id), person, change);
    if (mergedInto !== null || hasOwner(people, id)) continue;
    const files = (await store.applicationsOf([id])).filter(({ state }) => state !== 'draft');
    if (people.length > 1 || files.length > 0) throw new LabelError('refused', { reasons: ['soleOwner'] });
  }
  return all;
}

/** Restores a removed person and their memberships; roles they had are proposed anew, because giving them takes a second administrator. */
export async function letPersonBack(deps: Deps, asker: Asker, input: PersonInput): Promise<void> {
  const { eventMeta } = await administratorsOwn(deps, asker);
  const person = requireRevision(requireVisible(await deps.store.person(input.personId)), input.revision);
  if (person.removedAt === null) return;
  requireVisible(person.email !== '');
  const proposed = { given: person.roles, taken: [], until: confirmableUntil(eventMeta.at) };
  const anew = person.roles.length > 0;
  const change: Partial<Person> = anew
    ? { roles: [], rolesProposal: { ...proposed, by: asker.id, at: eventMeta.at } }
    : { rolesProposal: null };
  const line: Line = anew
    ? { ...eventMeta, facts: ['person.readmitted', 'person.rolesProposed'], data: proposed }
    : { ...eventMeta, facts: ['person.readmitted'] };
  await deps.store.commit([changeItem(deps, 'people', person, { removedAt: null, ...change }, line)]);
}
