import { addMonths, type Day } from '../../register/day.ts';

/** Days since 1970: a register has a few thousand of them, over and over, so each is worked out once. */
export type DayCount = number;

const msOfDay = 86_400_000;
const texts = new Map<DayCount, Day>();
const later = new Map<DayCount, Map<number, DayCount>>();

/** The count of a day. */
export function countOf(day: Day): DayCount {
  return Date.parse(day) / msOfDay;
}

/** The day that a count stands for. */
export function dayOfCount(count: DayCount): Day {
  const known = texts.get(count);
  if (known !== undefined) return known;
  const day = new Date(count * msOfDay).toISOString().slice(0, 10);
  texts.set(count, day);
  return day;
}

/** The day `months` later, as the calendar counts them. */
export function monthsAfter(count: DayCount, months: number): DayCount {
  const known = later.get(months) ?? new Map<DayCount, DayCount>();
  later.set(months, known);
  const after = known.get(count) ?? countOf(addMonths(dayOfCount(count), months));
  known.set(count, after);
  return after;
}
