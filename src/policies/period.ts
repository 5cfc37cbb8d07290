import { addDays, addMonths, type Day } from '../register/day.ts';

/** A length of time as months, days and minutes; the first two are counted by the calendar. */
export interface Period {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
}

const written = /^P(?=.)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})D)?(?:T(\d{1,5})M)?$/;

/** A period as ISO 8601 writes it, of years, months, days and minutes: P24M, P30D, PT15M; null for anything else. */
export function readPeriod(text: string): Period | null {
  const read = written.exec(text);
  if (!read) return null;
  const [years = 0, months = 0, days = 0, minutes = 0] = read.slice(1).map((part) => Number(part ?? 0));
  return { months: years * 12 + months, days, minutes };
}

/** The day a period after `day`, or before it when `times` is -1; minutes do not move a day. */
export function dayAfter(day: Day, { months, days }: Period, times: 1 | -1 = 1): Day {
  return addDays(addMonths(day, months * times), days * times);
}

/** Seconds of a period without months, which have no fixed length. */
export function secondsOf({ days, minutes }: Period): number {
  return days * 24 * 3600 + minutes * 60;
}
