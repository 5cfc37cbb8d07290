import { addMonths, dayOf, daysBetween } from '../../../register/day.ts';
import { remind } from '../../common/reminders.ts';
import type { Deps } from '../../ports/ports.ts';
import { admittedReviewers } from './admittedReviewers.ts';

/** Tells of admissions that end, on the days before that the procedure names, each once. Gives how many were noted. */
export async function remindOfAdmissions(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const today = dayOf(at);
  const { admissionReminders: leads, admissionMonths } = deps.procedure;
  let count = 0;
  for (const { profile, until } of await admittedReviewers(deps)) {
    if (until < today) continue;
    const left = daysBetween(today, until);
    const whole = daysBetween(addMonths(until, -admissionMonths), until);
    const about = { kind: 'reviewers', item: profile, fact: 'reviewer.endsSoon', at } as const;
    count += Number(await remind(deps, about, { dueAt: until, leads, left, whole }));
  }
  return count;
}
