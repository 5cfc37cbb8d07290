import { addDays, dayOf, daysBetween, endOfDay } from '../../../register/day.ts';
import { everyDue } from '../../common/inOrder.ts';
import { remind } from '../../common/reminders.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Deps } from '../../ports/ports.ts';
import { takesCorrection } from './openFindings.ts';

/**
 * Reminds organisations of findings that they have to answer, on the days before that the procedure names, each once; a major one of a
 * file in correction is due with its file, which has reminders of its own. Gives how many were reminded.
 */
export async function remindOfFindings(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const today = dayOf(at);
  const { reminders: leads } = deps.procedure.findings;
  const soon = endOfDay(addDays(today, Math.max(0, ...leads)));
  const due = everyDue(
    (page) => deps.store.dueBefore('findings', ['raised', 'actionAccepted'], soon, page),
    ({ context }) => context.dueAt,
  );
  let count = 0;
  for await (const finding of due) {
    const { dueAt, applicationId, grade, labelNumber } = finding.context;
    if (at >= dueAt || (grade === 'major' && labelNumber === null)) continue;
    if (!takesCorrection(finding, requireVisible(await deps.store.application(applicationId)))) continue;
    const set = finding.words.findLast(({ step }) => step === 'extend')?.at ?? finding.raisedAt;
    const daysFrom = (instant: string) => daysBetween(dayOf(instant), dayOf(dueAt));
    const told = { kind: 'findings', item: finding, fact: 'finding.dueSoon', at } as const;
    count += Number(await remind(deps, told, { dueAt, leads, left: daysFrom(at), whole: daysFrom(set) }));
  }
  return count;
}
