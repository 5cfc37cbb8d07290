import Holidays from 'date-holidays';
import { profile } from '../profile/profile.ts';
import { addDays, type Day, dayOf, endOfDay } from './day.ts';
import { type Region, regions } from './region.ts';

/** Where someone works: the public holidays of the scheme's first region count for whoever did not say where. */
export type Workplace = Region | null;

const [home] = regions;
const calendars: ReadonlyMap<Region, Holidays> = new Map(
  profile.regions.map(({ id, holidays: [country, state = ''] }) => [id, new Holidays(country, state)]),
);

const cache = new Map<string, ReadonlySet<Day>>();

/** Whether people work on a day: no Saturday, no Sunday, no public holiday. */
export function isWorkingDay(day: Day, at: Workplace = null): boolean {
  return !isWeekend(day) && !publicHolidays(day.slice(0, 4), at ?? home).has(day);
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function publicHolidays(year: string, region: Region): ReadonlySet<Day> {
  const key = `${region} ${year}`;
  const known = cache.get(key);
  if (known) return known;
  const all = calendars.get(region)?.getHolidays(year) ?? [];
  const days = all.filter(({ type }) => type === 'public');
  const holidays = new Set(days.map(({ date }) => date.slice(0, 10)));
  cache.set(key, holidays);
  return holidays;
}

/** The day itself when people work on it, otherwise the next on which they do. */
export function nextWorkingDay(day: Day, at: Workplace = null): Day {
  return isWorkingDay(day, at) ? day : nextWorkingDay(addDays(day, 1), at);
}

/** The `count`-th working day after a day, which itself does not count. */
export function addWorkingDays(day: Day, count: number, at: Workplace = null): Day {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextWorkingDay(addDays(reached, 1), at);
  return reached;
}

/** How many working days there are after `from`, up to `to` and with it; none when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, at: Workplace = null): number {
  if (to <= from) return 0;
  let holidays = 0;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const day of publicHolidays(String(year), at ?? home))
      if (day > from && day <= to && !isWeekend(day)) holidays += 1;
  }
  return weekdaysUntil(to) - weekdaysUntil(from) - holidays;
}

/** How many days from Monday to Friday there are from 1969-12-29, a Monday, up to a day and with it. */
function weekdaysUntil(day: Day): number {
  const count = Date.parse(day) / 86_400_000 + 4;
  return Math.floor(count / 7) * 5 + Math.min(count % 7, 5);
}

/** Until when something is due that is asked for at an instant and may take so many working days. */
export function dueAfter(at: string, workingDays: number, workplace?: Workplace): string {
  return endOfDay(addWorkingDays(dayOf(at), workingDays, workplace));
}
