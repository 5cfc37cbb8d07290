import { fault, LabelError } from '../../../errors.ts';
import { nextWorkingDay } from '../../../register/calendar.ts';
import { addDays, type Day, dayOf, endOfDay } from '../../../register/day.ts';
import { ticketOf } from '../../../scoring/lot.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

/**
 * Screening passed: the file goes on to its reviewers. It draws its ticket for a visit now, before anyone can know what they
 * will find; seed and ticket stand in the journal.
 */
export async function acceptApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number },
): Promise<void> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const event = {
    type: 'accept',
    at: deps.clock.now().toISOString(),
    actor: await actorOn(deps, asker, application),
  } as const;
  const seed = deps.ids.secret();
  const lot = { seed, ticket: ticketOf(seed, application.id) };
  const record = { id: deps.ids.next(), data: { lot } };
  await deps.store.commit({ changes: [applyToApplication(application, event, record, { lot })] });
}

/** Fewest characters of the reasons: who is turned away can answer only to what is written out. */
export const shortestReason = 40;

/** Ends a file at its screening, with reasons that its organisation reads and until when it may appeal. */
export async function declareIneligible(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const reason = input.reason.trim();
  if (reason.length < shortestReason) {
    throw new LabelError('invalid', { faults: [fault('reason', 'tooShort', { min: shortestReason })] });
  }
  const { organisationId } = application.context;
  const at = deps.clock.now().toISOString();
  const event = {
    type: 'declareIneligible',
    at,
    actor: await actorOn(deps, asker, application),
    reason,
    conflict: await hasConflict(deps, asker, organisationId),
    appealBy: endOfDay(appealDay(deps, application, dayOf(at))),
  } as const;
  const letter = { snapshot: application.context.snapshots, offers: [], findings: [], result: null };
  const record = { id: deps.ids.next(), data: { letter } };
  await deps.store.commit({
    changes: [applyToApplication(application, event, record, { decisionReason: reason })],
  });
}

/** The last day to appeal against a refusal of today. */
export function appealDay(
  deps: Pick<Deps, 'schemes'>,
  { context }: Pick<Application, 'context'>,
  today: Day,
): Day {
  const { process } = schemeOf(deps, context.criteriaVersion).scheme;
  return nextWorkingDay(addDays(today, process.appealDays));
}
