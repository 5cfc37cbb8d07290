import { addWorkingDays, nextWorkingDay } from '../../../register/calendar.ts';
import { addDays, dayOf, endOfDay } from '../../../register/day.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import type { FileInput } from '../../common/fileInput.ts';
import { requireRevision } from '../../common/requireVisible.ts';
import { letterData } from '../../file/announcedDecisions.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { precedentOf } from '../precedents/precedentOf.ts';
import { hasApprovedMinutes } from '../session/minutesOf.ts';

/** Opens the sealed decision to the applicant; the time to sign, or to appeal, starts. */
export async function announceDecision(deps: Deps, asker: Asker, input: FileInput): Promise<void> {
  const file = await frozenFile(deps, input.applicationId);
  const application = requireRevision(file.application, input.revision);
  const { process } = file.published.scheme;
  const eventMeta = await eventMetaOn(deps, asker, application);
  const today = dayOf(eventMeta.at);
  const due =
    application.context.outcome === 'refused'
      ? nextWorkingDay(addDays(today, process.appealDays))
      : addWorkingDays(today, process.agreementDays);
  const event = {
    type: 'announce',
    ...eventMeta,
    minutesApproved: await hasApprovedMinutes(deps, application.id),
    dueAt: endOfDay(due),
  } as const;
  const findings = await deps.store.findingsOf(application.id);
  const data = { letter: letterData(file, findings) };
  const announced = applyToApplication(deps, application, event, {}, data);
  // Refused by now unless it is decided.
  const precedent = await precedentOf(deps, file, findings, eventMeta.at);
  await deps.store.commit([announced], [{ kind: 'precedents', rows: [precedent] }]);
}
