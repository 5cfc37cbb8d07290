import { LabelError } from '../../../errors.ts';
import { type Unavailable, unavailable } from '../../../policies/reviewer.ts';
import { confirmersOf, isOpen } from '../../../policies/rolesStep.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Membership, Organisation, Person, ReviewerProfile, RolesProposal } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { rolesCase } from '../accounts/roles.ts';

/** A person as administrators see them; organisations that the administrator is tied to are left out. */
export interface PersonPage {
  readonly person: Person;
  readonly self: boolean;
  /** Id of the administrator who looks. */
  readonly asker: string;
  /** What they are as a reviewer, and why they can be given no file today. */
  readonly reviewer: ReviewerProfile | null;
  readonly unavailable: Unavailable | null;
  readonly organisations: readonly {
    readonly organisation: Organisation;
    readonly role: Membership['role'];
  }[];
  /** A change of roles that waits, with who proposed it; null when none does. */
  readonly proposal: (RolesProposal & { readonly proposer: Person | null }) | null;
  /** Whether another administrator could confirm what this one proposes. */
  readonly confirmable: boolean;
}

/** One person, for administrators. */
export async function viewPerson(deps: Deps, asker: Asker, personId: string): Promise<PersonPage> {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const person = requireVisible(await deps.store.person(personId));
  const all = await Promise.all(
    person.memberships.map(async ({ organisationId, role }) => {
      const organisation = await deps.store.organisation(organisationId);
      return organisation ? [{ organisation, role }] : [];
    }),
  );
  const reviewer = await deps.store.reviewer(person.id);
  const now = deps.clock.now().toISOString();
  const today = dayOf(now);
  const waiting = isOpen(person.rolesProposal, now) ? (person.rolesProposal ?? null) : null;
  const about = await rolesCase(deps, asker.id, person, { given: [] }, now);
  return {
    person,
    self: person.id === asker.id,
    asker: asker.id,
    reviewer,
    unavailable: unavailable(reviewer, today),
    organisations: all.flat(),
    proposal: waiting && { ...waiting, proposer: await deps.store.person(waiting.by) },
    confirmable: confirmersOf(about, asker.id).length > 0,
  };
}
