import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { workingDaysBetween } from '../../../register/calendar.ts';
import { dayOf } from '../../../register/day.ts';
import { actorOn, requireDuty } from '../../common/actor.ts';
import { remindNow } from '../../common/reminders.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { requireRound } from '../../file/openRound.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** On which the letters of a reminder go. */
export const remindFact = 'application.answerDueSoon';

/** Reminds an organisation today, by the letter that the clock sends too, of questions that wait for its answer; once a day at most. */
export async function remindApplicant(deps: Deps, asker: Asker, applicationId: string): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = requireVisible(await deps.store.application(applicationId));
  const actor = await actorOn(deps, asker, file);
  requireDuty(actor, file.id, 'application.requestInformation');
  const { dueAt } = requireRound(file);
  const at = deps.clock.now().toISOString();
  const { region } = requireVisible(await deps.store.organisation(file.context.organisationId));
  const left = workingDaysBetween(dayOf(at), dayOf(dueAt), region);
  await remindNow(deps, { kind: 'applications', item: file, fact: remindFact, at, actor }, { dueAt, left });
}
