import { afterSuspensiveEffect, suspendedDays } from '../../policies/suspensiveEffect.ts';
import type { Day } from '../../register/day.ts';
import type { Condition } from '../../workflow/events.ts';
import type { Appeal } from '../items/decidingItems.ts';

export type ApplicantAppeal = ReturnType<typeof applicantAppeal>;

/** An appeal as the applicant may see it. */
export function applicantAppeal({ id, state, lodgedAt, ground, grounds, documents, words, context }: Appeal) {
  const { against, stayed, dueAt: stayedUntil } = context;
  return { id, state, lodgedAt, ground, grounds, documents, words, against, stayed, stayedUntil };
}

/** The conditions of a decision, each with its deadline moved by the days of suspension; `newest` is the appeal against it. */
export function conditionsNow(
  conditions: readonly Condition[],
  newest: Pick<Appeal, 'words'> | undefined,
  today: Day,
): readonly Condition[] {
  return newest ? afterSuspensiveEffect(conditions, suspendedDays(newest.words, today)) : conditions;
}
