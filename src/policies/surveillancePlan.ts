import { addDays, addMonths, type Day } from '../register/day.ts';
import type { StoredLabel } from '../workflow/stored.ts';
import type { SurveillanceTask } from '../workflow/surveillanceEvents.ts';

/** One thing that a label owes in its period: what, which one of its kind, and its last day. */
export interface PlannedTask {
  readonly task: Extract<SurveillanceTask, 'declaration' | 'midterm'>;
  /** The month that it is due in, as YYYY-MM. */
  readonly slot: string;
  readonly dueOn: Day;
}

const yearMonths = 12;

/**
 * What a label owes while its period runs, in the order of its days: a declaration in each anniversary month, and the check half
 * way. Each is due on the last day of its month, which every month has, or with the period
 * (docs/decisions/0033-surveillance-is-due-at-the-end-of-a-month.md).
 */
export function surveillancePlan(
  { since, until }: Pick<StoredLabel['context'], 'since' | 'until'>,
  midtermMonth: number,
): readonly PlannedTask[] {
  const planned: PlannedTask[] = [];
  const add = (task: PlannedTask['task'], months: number): boolean => {
    const day = addMonths(since, months);
    if (day > until) return false;
    const end = lastDayOfMonth(day);
    planned.push({ task, slot: day.slice(0, 7), dueOn: end < until ? end : until });
    return true;
  };
  for (let months = yearMonths; add('declaration', months); months += yearMonths);
  add('midterm', midtermMonth);
  return planned.sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));
}

function lastDayOfMonth(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1);
}

/** When tasks open, and the least time to answer one (procedure.yaml). */
interface Notice {
  readonly openDays: number;
  readonly noticeDays: number;
}

/**
 * What of a label's plan is open on a day, each with the last day to answer it. Of those of a kind whose day went by unasked, the
 * last one alone is asked for: its figures tell what those before would have told. Whoever is asked late has as much time as the
 * least notice gives; where the period ends before that, the renewal asks.
 */
export function openOn(
  today: Day,
  context: Pick<StoredLabel['context'], 'since' | 'until'>,
  midtermMonth: number,
  { openDays, noticeDays }: Notice,
): readonly (PlannedTask & { readonly answerBy: Day })[] {
  const notice = addDays(today, noticeDays);
  const begun = surveillancePlan(context, midtermMonth).filter(
    ({ dueOn }) => addDays(dueOn, -openDays) <= today,
  );
  return begun
    .filter(
      ({ task, dueOn }) => dueOn >= today || !begun.some((next) => next.task === task && next.dueOn > dueOn),
    )
    .map((one) => ({ ...one, answerBy: later(one.dueOn, notice) }))
    .filter(({ answerBy }) => answerBy <= context.until);
}

function later(one: Day, other: Day): Day {
  return [one, other].sort()[1] ?? one;
}
