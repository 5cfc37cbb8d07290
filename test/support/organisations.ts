import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Membership, Person } from '../../src/commands/items/items.ts';
import { inviteMember } from '../../src/commands/people/organisations/invitations.ts';
import { joinOrganisation } from '../../src/commands/people/organisations/joinOrganisation.ts';
import { registerOrganisation } from '../../src/commands/people/organisations/registerOrganisation.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import { specimen } from './samples/specimen.ts';

/** A person as they are stored now. */
export async function storedPerson(deps: Deps, { id }: Pick<Person, 'id'>): Promise<Person> {
  return requireVisible(await deps.store.person(id));
}

/** Registers the specimen organisation, with something changed; its owner has the membership from then on. */
export async function registerSpecimen(
  deps: Deps,
  owner: Person,
  changed: Partial<Parameters<typeof registerOrganisation>[2]> = {},
): Promise<string> {
  return registerOrganisation(deps, owner, { ...specimen.organisation, ...changed });
}

/** Someone joins an organisation by an invitation of an owner. Gives them with the membership. */
export async function joinByInvitation(
  deps: Deps,
  owner: Person,
  organisationId: string,
  person: Person,
  role: Membership['role'] = 'editor',
  isAdviser = false,
): Promise<Person> {
  const by = await storedPerson(deps, owner);
  const invited = { organisationId, email: person.email, role, ...(isAdviser && { adviser: true as const }) };
  const invitationId = await inviteMember(deps, by, invited);
  await joinOrganisation(deps, await storedPerson(deps, person), { invitationId });
  return storedPerson(deps, person);
}
