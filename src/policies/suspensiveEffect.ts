import { addDays, type Day, dayOf, daysBetween } from '../register/day.ts';

/** What was said in an appeal, as far as it stops and starts time. */
interface Step {
  readonly step: string;
  readonly at: string;
}

/** Whether a step of an appeal puts the decision out of effect. */
export function startsStay({ step }: Pick<Step, 'step'>): boolean {
  return step === 'grantStay' || step === 'grantUrgentStay';
}

/** Days for which a decision was without effect, by what was said in the appeal against it; one that still is counts to `today`. */
export function suspendedDays(words: readonly Step[], today: Day): number {
  let days = 0;
  let since: Day | null = null;
  for (const { step, at } of words) {
    if (startsStay({ step })) since ??= dayOf(at);
    else if (step !== 'confirmStay' && since !== null) {
      days += daysBetween(since, dayOf(at));
      since = null;
    }
  }
  return since === null ? days : days + daysBetween(since, today);
}

/** Conditions with their days moved by the days that did not count. */
export function afterSuspensiveEffect<Condition extends { readonly due: Day }>(
  conditions: readonly Condition[],
  days: number,
): readonly Condition[] {
  return conditions.map((condition) => ({ ...condition, due: addDays(condition.due, days) }));
}
