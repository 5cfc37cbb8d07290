import { LabelError } from '../../errors.ts';
import { isAdministrator } from '../../policies/who.ts';
import { found } from '../found.ts';
import type { Membership, Organisation, Person } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';

/** A person as administrators see them; organisations that the administrator is tied to are left out. */
export interface PersonPage {
  readonly person: Person;
  readonly self: boolean;
  readonly organisations: readonly {
    readonly organisation: Organisation;
    readonly role: Membership['role'];
  }[];
}

/** One person, for administrators. */
export async function viewPerson(deps: Deps, asker: Asker, personId: string): Promise<PersonPage> {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const person = found(await deps.store.person(personId));
  const all = await Promise.all(
    person.memberships.map(async ({ organisationId, role }) => {
      const organisation = await deps.store.organisation(organisationId);
      return organisation ? [{ organisation, role }] : [];
    }),
  );
  return { person, self: person.id === asker.id, organisations: all.flat() };
}
