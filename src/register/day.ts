import { profile } from '../profile/profile.ts';

/** A calendar day as YYYY-MM-DD. */
export type Day = string;

const { timeZone } = profile;
/** Swedes write a day as ISO 8601 does. */
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone });
const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });

/** The calendar day by the clocks of the label at an ISO instant. */
export function dayOf(instant: string): Day {
  return calendar.format(new Date(instant));
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

/** The instants at which a day of the label begins, and the next one, as ISO texts. */
export function instantsOf(day: Day): readonly [string, string] {
  return [instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00')];
}

/** The last instant of a day of the label, where a deadline ends. It is that same day in UTC, wherever it is printed. */
export function endOfDay(day: Day): string {
  const [, next] = instantsOf(day);
  return new Date(Date.parse(next) - 1).toISOString();
}

/**
 * The instant at which the clocks of the label show a time (HH:MM) on a day. Of the hour that comes twice in autumn, the first; a time
 * that is left out in spring is one hour later.
 */
export function instantAt(day: Day, time: string): string {
  const inSummer = `${day}T${time}:00+02:00`;
  const shown = shownAt(inSummer);
  const isSummer = shown.day === day && shown.time === time;
  return new Date(isSummer ? inSummer : `${day}T${time}:00+01:00`).toISOString();
}

/** The day and the time (HH:MM) that the clocks of the label show at an instant. */
export function shownAt(instant: string): { readonly day: Day; readonly time: string } {
  return { day: dayOf(instant), time: clock.format(new Date(instant)) };
}

/** How many days lie from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
