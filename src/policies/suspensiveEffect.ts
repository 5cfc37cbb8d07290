import { addDays, type Day, dayOf } from '../register/day.ts';

/** What was said in an appeal, as far as it stops and starts time. */
interface Said {
  readonly step: string;
  readonly at: string;
}

/** Days for which a decision was without effect, by what was said in the appeal against it; one that still is counts to `today`. */
export function suspendedDays(words: readonly Said[], today: Day): number {
  let days = 0;
  let since: Day | null = null;
  for (const { step, at } of words) {
    if (step === 'grantStay') since = dayOf(at);
    else if (since !== null) {
      days += between(since, dayOf(at));
      since = null;
    }
  }
  return since === null ? days : days + between(since, today);
}

/** Conditions with their days moved by the days that did not count. */
export function afterSuspensiveEffect<Condition extends { readonly due: Day }>(
  conditions: readonly Condition[],
  days: number,
): readonly Condition[] {
  return conditions.map((condition) => ({ ...condition, due: addDays(condition.due, days) }));
}

function between(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
