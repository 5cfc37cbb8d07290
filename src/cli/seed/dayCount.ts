import { memoize } from '../../i18n/memoize.ts';
import { addMonths, type Day } from '../../register/day.ts';

/** Days since 1970: a register has a few thousand of them, over and over, so each is computed once. */
export type DayCount = number;

const msOfDay = 86_400_000;
const maxDays = 100_000;

/** The count of a day. */
export function countOf(day: Day): DayCount {
  return Date.parse(day) / msOfDay;
}

/** The day that a count stands for. */
export const dayOfCount = memoize(
  maxDays,
  (count: DayCount): Day => new Date(count * msOfDay).toISOString().slice(0, 10),
);

const later = memoize(maxDays, (months: number) =>
  memoize(maxDays, (count: DayCount) => countOf(addMonths(dayOfCount(count), months))),
);

/** The day `months` later, as the calendar counts them. */
export function monthsAfter(count: DayCount, months: number): DayCount {
  return later(months)(count);
}
