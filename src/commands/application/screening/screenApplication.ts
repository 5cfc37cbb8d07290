import { nextWorkingDay } from '../../../register/calendar.ts';
import { addDays, type Day, dayOf, endOfDay } from '../../../register/day.ts';
import { ticketOf } from '../../../scoring/lot.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { applicationOf, type FileInput } from '../../common/fileInput.ts';
import { requireReason } from '../../common/requireReason.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

/**
 * Screening passed: the file goes on to its reviewers. It draws its ticket for a visit now, before anyone can know what they
 * will find; seed and ticket stand in the journal.
 */
export async function acceptApplication(deps: Deps, asker: Asker, input: FileInput): Promise<void> {
  const application = await applicationOf(deps, input);
  const event = { type: 'accept', ...(await eventMetaOn(deps, asker, application)) } as const;
  const seed = deps.ids.secret();
  const lot = { seed, ticket: ticketOf(seed, application.id) };
  await deps.store.commit([applyToApplication(deps, application, event, { lot }, { lot })]);
}

/** Ends a file at its screening, with reasons that its organisation reads and until when it may appeal. */
export async function declareIneligible(deps: Deps, asker: Asker, input: FileInput & { reason: string }) {
  const application = await applicationOf(deps, input);
  const reason = requireReason(input.reason);
  const { organisationId, snapshots } = application.context;
  const eventMeta = await eventMetaOn(deps, asker, application);
  const event = {
    type: 'declareIneligible',
    ...eventMeta,
    reason,
    conflict: await hasConflict(deps, asker, organisationId),
    appealBy: endOfDay(appealDay(deps, application, dayOf(eventMeta.at))),
  } as const;
  const letter = { snapshot: snapshots, offers: [], findings: [], result: null };
  const change = applyToApplication(deps, application, event, { decisionReason: reason }, { letter });
  await deps.store.commit([change]);
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
