import { refuseFor } from '../../../errors.ts';
import { hasOwner, roleIn, speaksFor } from '../../../policies/organisation.ts';
import { actorTowards } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Membership, Organisation, Person } from '../../items/items.ts';
import type { NewRecord } from '../../items/newRecord.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** An organisation with its people, the asker among them, and what goes with an act of theirs; for anyone else it is not found. */
export async function ownTeam(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, organisationId: string) {
  // First the organisation: whoever changes its people afterwards raises its revision, and makes a commit on this one stale.
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const people = await deps.store.peopleOf(organisationId);
  const self = requireVisible(people.find(({ id }) => id === asker.id));
  const eventMeta = { at: deps.clock.now().toISOString(), actor: actorTowards(asker, organisationId) };
  return { organisation, people, self, eventMeta };
}

/** The same for who speaks for the organisation now; the others are told who can. */
export async function ownersTeam(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, organisationId: string) {
  const team = await ownTeam(deps, asker, organisationId);
  refuseFor({ byOwner: !speaksFor(team.self, organisationId) });
  return team;
}

/** Refuses what was merged into another registration. */
export function requireNotMerged({ mergedInto }: Pick<Organisation, 'mergedInto'>): void {
  refuseFor({ organisationMerged: mergedInto !== null });
}

/** Refuses a change after which nobody who can sign in would speak for the organisation; a merged one needs nobody. */
export function requireOwner({ id, mergedInto }: Organisation, people: readonly Person[]): void {
  refuseFor({ lastOwner: mergedInto === null && !hasOwner(people, id) });
}

/** The memberships of a person with another role in one organisation, as one of its people or its adviser; null is none any more. */
export function withRole(
  person: Person,
  organisationId: string,
  role: Membership['role'] | null,
  adviser: Membership['adviser'] = undefined,
): Membership[] {
  if (role === null) return person.memberships.filter((m) => m.organisationId !== organisationId);
  const membership = { organisationId, role, ...(adviser && { adviser }) };
  if (roleIn(person, organisationId) === null) return [...person.memberships, membership];
  return person.memberships.map((m) => (m.organisationId === organisationId ? membership : m));
}

/** The same people after one of them changed. */
export function afterChange(people: readonly Person[], { id }: Person, change: Partial<Person>): Person[] {
  return people.map((person) => (person.id === id ? { ...person, ...change } : person));
}

/** A note that raises an organisation's revision: of two applications started or sent for it at the same time, one is stale. */
export function noteOnOrganisation(
  deps: Pick<Deps, 'ids'>,
  organisation: Organisation,
  { at, actor, facts }: Pick<NewRecord, 'at' | 'actor' | 'facts'>,
) {
  return noteOn(deps, 'organisations', organisation, { at, actor, facts: [], data: { because: facts } });
}
