import Holidays from 'date-holidays';
import { addDays, type Day } from './day.ts';

/** Public holidays of the canton of Geneva: deadlines are counted where the label is run. */
const holidays = new Holidays('CH', 'ge');

const kept = new Map<number, ReadonlySet<Day>>();

/** Whether people work on a day: no Saturday, no Sunday, no public holiday. */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T12:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !publicHolidays(Number(day.slice(0, 4))).has(day);
}

function publicHolidays(year: number): ReadonlySet<Day> {
  const known = kept.get(year);
  if (known) return known;
  const days = holidays.getHolidays(year).filter(({ type }) => type === 'public');
  const set = new Set(days.map(({ date }) => date.slice(0, 10)));
  kept.set(year, set);
  return set;
}

/** The day itself when people work on it, otherwise the next on which they do. */
export function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : nextWorkingDay(addDays(day, 1));
}

/** The `count`-th working day after a day, which itself does not count. */
export function addWorkingDays(day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextWorkingDay(addDays(reached, 1));
  return reached;
}
