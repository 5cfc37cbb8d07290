import { LabelError } from '../../../errors.ts';
import { hasOwner, roleIn, speaksFor } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Membership, Organisation, Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** An organisation with its people as they are now, the asker among them. */
export interface Team {
  readonly organisation: Organisation;
  readonly people: readonly Person[];
  readonly self: Person;
}

/** The team of an organisation for whoever belongs to it; for anyone else it is not found. */
export async function ownTeam(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  organisationId: string,
): Promise<Team> {
  // First the organisation: whoever changes its people afterwards raises its revision, and makes a commit on this one stale.
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const people = await deps.store.peopleOf(organisationId);
  return { organisation, people, self: requireVisible(people.find(({ id }) => id === asker.id)) };
}

/** The same for who speaks for the organisation now; the others get an error that names who can. */
export async function ownersTeam(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  organisationId: string,
): Promise<Team> {
  const team = await ownTeam(deps, asker, organisationId);
  if (!speaksFor(team.self, organisationId)) throw new LabelError('refused', { reasons: ['byOwner'] });
  return team;
}

/** Refuses what belongs to another registration now. */
export function requireNotMerged({ mergedInto }: Pick<Organisation, 'mergedInto'>): void {
  if (mergedInto !== null) throw new LabelError('refused', { reasons: ['organisationMerged'] });
}

/** Refuses a change after which nobody who can sign in would speak for the organisation; a merged one needs nobody. */
export function requireOwner({ id, mergedInto }: Organisation, people: readonly Person[]): void {
  if (mergedInto === null && !hasOwner(people, id))
    throw new LabelError('refused', { reasons: ['lastOwner'] });
}

/** The memberships of a person with another role in one organisation; null is none any more. */
export function withRole(
  person: Person,
  organisationId: string,
  role: Membership['role'] | null,
): readonly Membership[] {
  if (role === null) return person.memberships.filter((m) => m.organisationId !== organisationId);
  if (roleIn(person, organisationId) === null) return [...person.memberships, { organisationId, role }];
  return person.memberships.map((m) => (m.organisationId === organisationId ? { ...m, role } : m));
}

/** The same people after one of them changed. */
export function afterChange(people: readonly Person[], { id }: Person, change: Partial<Person>): Person[] {
  return people.map((person) => (person.id === id ? { ...person, ...change } : person));
}
