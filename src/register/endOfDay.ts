import { type Day, instantsOf } from './day.ts';

/** The last instant of a day in Geneva, where a deadline ends. It is that same day in UTC, wherever it is printed. */
export function endOfDay(day: Day): string {
  const [, next] = instantsOf(day);
  return new Date(Date.parse(next) - 1).toISOString();
}
