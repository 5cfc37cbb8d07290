const zurich = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** A calendar day as YYYY-MM-DD. */
export type Day = string;

/** The calendar day in Geneva at an ISO instant. */
export function dayOf(instant: string): Day {
  return zurich.format(new Date(instant));
}

/** The day `months` later; the last day of the month when that day does not exist there. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** The instants at which a day in Geneva begins, and the next one, as ISO texts. */
export function instantsOf(day: Day): readonly [string, string] {
  return [startOf(day), startOf(addDays(day, 1))];
}

/** The last instant of a day in Geneva, where a deadline ends. It is that same day in UTC, wherever it is printed. */
export function endOfDay(day: Day): string {
  const [, next] = instantsOf(day);
  return new Date(Date.parse(next) - 1).toISOString();
}

/** Midnight in Geneva is one or two hours before midnight in UTC. */
function startOf(day: Day): string {
  const hours = [22, 23].map((hour) => `${addDays(day, -1)}T${hour}:00:00.000Z`);
  return hours.find((instant) => dayOf(instant) === day) ?? `${day}T00:00:00.000Z`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Zurich',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * The instant at which the clocks in Geneva show a time (HH:MM) on a day. Of the hour that comes twice in autumn, the first; a time
 * that is left out in spring is one hour later.
 */
export function instantAt(day: Day, time: string): string {
  const ways = ['+02:00', '+01:00'].map((offset) => new Date(`${day}T${time}:00${offset}`));
  const shown = ways.find((way) => clock.format(way) === time && dayOf(way.toISOString()) === day);
  return (shown ?? ways.at(-1) ?? new Date(`${day}T${time}:00Z`)).toISOString();
}

/** The day and the time (HH:MM) that the clocks in Geneva show at an instant. */
export function shownAt(instant: string): { readonly day: Day; readonly time: string } {
  return { day: dayOf(instant), time: clock.format(new Date(instant)) };
}

/** How many days lie from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
