import { addWorkingDays, nextWorkingDay } from '../../../register/calendar.ts';
import { addDays, dayOf, endOfDay } from '../../../register/day.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import type { FileInput } from '../../common/fileInput.ts';
import { requireRevision } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { letterData } from '../../file/announcedDecisions.ts';
import { type FrozenFile, frozenFile } from '../../file/frozenFile.ts';
import { takenData } from '../../items/eventData.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { precedentOf } from '../precedents/precedentOf.ts';

/** Opens the sealed decision to the applicant; the time to sign, or to appeal, starts. */
export async function announceDecision(deps: Deps, asker: Asker, input: FileInput): Promise<void> {
  const file = await frozenFile(deps, input.applicationId);
  const { application } = file;
  requireRevision(application, input.revision);
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
    actor: await actorOn(deps, asker, application),
    minutesApproved: await hasApprovedMinutes(deps, application.id),
    dueAt: endOfDay(due),
  } as const;
  // Read only where something waits to be announced: whatever else is refused below.
  const told = application.state === 'decided' ? await toldOf(deps, file, at) : null;
  const data = told ? { letter: told.letter } : {};
  await deps.store.commit(
    [applyToApplication(deps, application, event, {}, data)],
    [{ kind: 'precedents', rows: told ? [told.precedent] : [] }],
  );
}

/** What the applicant reads, and what is left of it for those who decide the next files. */
async function toldOf(deps: Deps, file: FrozenFile, at: string) {
  const findings = await deps.store.findingsOf(file.application.id);
  return { letter: letterData(file, findings), precedent: await precedentOf(deps, file, findings, at) };
}

/**
 * Whether the minutes of the session that decided a file last are approved: the one that the decision itself names, not the one
 * that was planned last. A decision from before there were sessions had its minutes on paper.
 */
export async function hasApprovedMinutes({ store }: Pick<Deps, 'store'>, applicationId: string) {
  const records = await store.records(`applications/${applicationId}`);
  const decision = records.findLast(({ event }) => event?.type === 'decide');
  if (!decision) return false;
  const { session } = takenData('application', decision);
  return session === undefined || (await store.session(session))?.state === 'minutesApproved';
}
