import { LabelError } from '../../../errors.ts';
import { bars } from '../../../policies/tie.ts';
import { isOfficer, isStaff } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { pageOf } from '../../common/pages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { staffRoles } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

const perPage = 100;

/** Which organisations are searched: those whose name begins with a text, after the one of an id. */
export interface TieSearch {
  readonly beginning: string;
  readonly after: string;
}

export type OwnTies = Awaited<ReturnType<typeof listTies>>;

/** A person's own page of the register of conflicts, organisations by name; who holds no part in the service has none. */
export async function listTies(deps: Deps, asker: Asker, { beginning, after }: TieSearch) {
  if (!isStaff(asker)) throw new LabelError('forbidden');
  const today = dayOf(deps.clock.now().toISOString());
  const last = after === '' ? null : await deps.store.organisation(after);
  const [ties, found] = await Promise.all([
    deps.store.tiesOf(asker.id),
    deps.store.applicants(beginning, perPage + 1, last ?? undefined),
  ]);
  const page = pageOf(found, perPage);
  return {
    ties: ties.map((tie) => ({ tie, bars: bars(tie, deps.impartiality, today) })),
    organisations: page.items,
    /** After which organisation the next page begins, or null. */
    next: page.last?.id ?? null,
  };
}

export type Conflicts = Awaited<ReturnType<typeof listConflicts>>;

/** The register of conflicts towards the organisation of a file, for officers. */
export async function listConflicts(deps: Deps, asker: Asker, applicationId: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const application = requireVisible(await deps.store.application(applicationId));
  if (application.state === 'draft') throw new LabelError('notFound');
  const organisation = requireVisible(await deps.store.organisation(application.context.organisationId));
  const [ties, ...groups] = await Promise.all([
    deps.store.tiesTowards(organisation.id),
    ...staffRoles.map((role) => deps.store.peopleWith(role)),
  ]);
  const people = new Map(groups.flat().map((person) => [person.id, person]));
  const today = dayOf(deps.clock.now().toISOString());
  return {
    application,
    organisation,
    ties: ties.flatMap((tie) => {
      const person = people.get(tie.personId);
      return person ? [{ tie, person, bars: bars(tie, deps.impartiality, today) }] : [];
    }),
    people: [...people.values()],
  };
}
