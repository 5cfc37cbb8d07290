import { holding } from '../../holding.ts';
import { everything } from '../../policies/view.ts';
import { fileRecusals } from '../file/fileRecusals.ts';
import type { Complaint } from '../items/complaint.ts';
import type { Person } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { conflictsWith } from '../review/ties/barredFrom.ts';
import { reasonsToKeepAway } from './complaintFile.ts';

/** What tells who may handle a complaint. */
export type HandlerDeps = Pick<Deps, 'store' | 'clock' | 'impartiality'>;

/** Every officer with the reasons why they cannot handle a complaint, as codes; none for who may. */
export async function officersOn(deps: HandlerDeps, complaint: Complaint) {
  const all = { ...deps, store: deps.store.seenBy(everything) };
  const { applicationId, organisationId } = complaint.context;
  const [officers, recusals, conflicts] = await Promise.all([
    all.store.peopleWith('officer'),
    applicationId === null ? [] : fileRecusals(all, applicationId),
    organisationId === null ? () => false : conflictsWith(all, organisationId),
  ]);
  return Promise.all(
    officers.map(async (person) => {
      const reasons = await reasonsNotToHandle(all, person, complaint);
      const isKept = conflicts(person) || recusals.some(({ personId }) => personId === person.id);
      return { person, reasons: isKept ? [...new Set([...reasons, 'hasNoTie'])] : reasons };
    }),
  );
}

/** Why a person cannot handle a complaint: they keep away from it, or gave the first answer. */
export async function reasonsNotToHandle(deps: HandlerDeps, person: Person, complaint: Complaint) {
  const { earlierHandlers } = complaint.context;
  return [
    ...(await reasonsToKeepAway(deps, person, complaint)),
    ...holding({ didNotAnswerComplaint: earlierHandlers.includes(person.id) }),
  ];
}

/** Those who may handle a complaint today: officers, and the person from outside who was invited. */
export async function handlersOf(deps: HandlerDeps, complaint: Complaint): Promise<readonly Person[]> {
  const officers = await officersOn(deps, complaint);
  const free = officers.flatMap(({ person, reasons }) => (reasons.length === 0 ? [person] : []));
  const outsider = await outsiderOf(deps, complaint);
  if (outsider === null || outsider.removedAt !== null) return free;
  const reasons = await reasonsNotToHandle(deps, outsider, complaint);
  return reasons.length === 0 ? [...free.filter(({ id }) => id !== outsider.id), outsider] : free;
}

/** Who was invited from outside to handle a complaint. */
export async function outsiderOf({ store }: Pick<Deps, 'store'>, { context }: Complaint) {
  return context.outsider === null ? null : store.person(context.outsider);
}
