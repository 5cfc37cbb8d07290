import { addWorkingDays, nextWorkingDay } from '../../register/calendar.ts';
import { addDays, dayOf } from '../../register/day.ts';
import { endOfDay } from '../../register/endOfDay.ts';
import { actorTowards } from '../actor.ts';
import { found, unchanged } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { schemeOf } from '../schemeOf.ts';
import { frozenFile } from '../screening/frozenFile.ts';
import { takeOnApplication } from '../take.ts';
import { type LetterData, letterData } from './announcedDecisions.ts';

/** Opens the sealed decision to the applicant; the time to sign, or to appeal, starts. */
export async function announceDecision(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number; readonly minutesApproved: boolean },
): Promise<void> {
  const application = found(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const { process } = schemeOf(deps, application.context.criteriaVersion).scheme;
  const at = deps.clock.now().toISOString();
  const today = dayOf(at);
  const due =
    application.context.outcome === 'refused'
      ? nextWorkingDay(addDays(today, process.appealDays))
      : addWorkingDays(today, process.agreementDays);
  const event = {
    type: 'announce',
    at,
    actor: actorTowards(asker, application.context.organisationId),
    minutesApproved: input.minutesApproved,
    dueAt: endOfDay(due),
  } as const;
  // Read only where something waits to be announced: whatever else is refused below.
  const letter = application.state === 'decided' && (await letterOf(deps, application.id));
  const record = { id: deps.ids.next(), ...(letter && { data: { letter } }) };
  await deps.store.commit({ changes: [takeOnApplication(application, event, record)] });
}

async function letterOf(deps: Deps, applicationId: string): Promise<LetterData> {
  const findings = await deps.store.findingsOf(applicationId);
  return letterData(await frozenFile(deps, applicationId), findings);
}
