import type { Day } from './day.ts';

/** The instant a deadline ends on a day: the same day in Geneva and in UTC, in summer and in winter, wherever it is printed. */
export function endOfDay(day: Day): string {
  return `${day}T21:59:59.000Z`;
}
