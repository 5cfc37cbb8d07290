import { LabelError } from '../../../errors.ts';
import { unavailable } from '../../../policies/reviewer.ts';
import { confirmersOf, isOpen } from '../../../policies/rolesStep.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { rolesCase } from '../accounts/roles.ts';

export type PersonPage = Awaited<ReturnType<typeof viewPerson>>;

/** One person, for administrators. */
export async function viewPerson(deps: Deps, asker: Asker, personId: string) {
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
    /** Id of the administrator who looks. */
    asker: asker.id,
    /** What they are as a reviewer, and why they can be given no file today. */
    reviewer,
    unavailable: unavailable(reviewer, today),
    organisations: all.flat(),
    /** What letters to their address come back for; null where they do not. */
    returned: (await deps.store.returnedMail([person.email])).get(person.email) ?? null,
    /** A change of roles that waits, with who proposed it; null when none does. */
    proposal: waiting && { ...waiting, proposer: await deps.store.person(waiting.by) },
    /** Whether another administrator could confirm what this one proposes. */
    confirmable: confirmersOf(about, asker.id).length > 0,
  };
}
