import { LabelError } from '../../../errors.ts';
import { bars, type Tie } from '../../../policies/tie.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Application, Organisation, Person, StaffRole } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Who may not take part in a file, and of whom a tie can still be entered. */
export interface Conflicts {
  readonly application: Application;
  readonly organisation: Organisation;
  readonly ties: readonly { readonly tie: Tie; readonly person: Person; readonly bars: boolean }[];
  readonly people: readonly Person[];
}

const parts: readonly StaffRole[] = ['reviewer', 'officer', 'committee', 'chair', 'administrator'];

/** The register of conflicts towards the organisation of a file, for officers. */
export async function listConflicts(
  deps: Pick<Deps, 'store' | 'clock' | 'impartiality'>,
  asker: Asker,
  applicationId: string,
): Promise<Conflicts> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const application = requireVisible(await deps.store.application(applicationId));
  if (application.state === 'draft') throw new LabelError('notFound');
  const organisation = requireVisible(await deps.store.organisation(application.context.organisationId));
  const [ties, ...groups] = await Promise.all([
    deps.store.tiesTowards(organisation.id),
    ...parts.map((role) => deps.store.peopleWith(role)),
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
