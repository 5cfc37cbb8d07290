import { LabelError } from '../../errors.ts';
import { type Unavailable, unavailable } from '../../policies/reviewer.ts';
import { isAdministrator } from '../../policies/who.ts';
import { dayOf } from '../../register/day.ts';
import { found } from '../found.ts';
import type { Membership, Organisation, Person, ReviewerProfile } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';

/** A person as administrators see them; organisations that the administrator is tied to are left out. */
export interface PersonPage {
  readonly person: Person;
  readonly self: boolean;
  /** What they are as a reviewer, and why they can be given no file today. */
  readonly reviewer: ReviewerProfile | null;
  readonly unavailable: Unavailable | null;
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
  const reviewer = await deps.store.reviewer(person.id);
  const today = dayOf(deps.clock.now().toISOString());
  return {
    person,
    self: person.id === asker.id,
    reviewer,
    unavailable: unavailable(reviewer, today),
    organisations: all.flat(),
  };
}
