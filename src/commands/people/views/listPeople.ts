import { LabelError } from '../../../errors.ts';
import { isOpen } from '../../../policies/rolesStep.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { pageOf } from '../../common/pages.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { reviewersToAdmit } from '../../review/reviewers/admittedReviewers.ts';

const perPage = 50;

export type PeoplePage = Awaited<ReturnType<typeof listPeople>>;

/**
 * People by name, for administrators: those whose name or address begins with a text, after the person of an id, each with the
 * organisations that this administrator may know of.
 */
export async function listPeople(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  { beginning, after }: { readonly beginning: string; readonly after: string },
) {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const last = after === '' ? null : await deps.store.person(after);
  const found = await deps.store.people(beginning, perPage + 1, last ?? undefined);
  const page = pageOf(found, perPage);
  const now = deps.clock.now().toISOString();
  const proposed = await deps.store.peopleWithProposal();
  const named = page.items.flatMap(({ memberships }) => memberships.map((one) => one.organisationId));
  const visible = new Set((await deps.store.organisations([...new Set(named)])).map(({ id }) => id));
  return {
    people: page.items.map((person) => ({
      ...person,
      memberships: person.memberships.filter(({ organisationId }) => visible.has(organisationId)),
    })),
    next: page.last?.id ?? null,
    /** Whom to admit where no reviewer is admitted; null while one is. */
    unadmitted: await reviewersToAdmit(deps),
    /** Those whose change of roles waits for a second administrator. */
    waiting: proposed.filter(({ rolesProposal }) => isOpen(rolesProposal, now)),
  };
}
