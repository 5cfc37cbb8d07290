import type { Day } from './day.ts';
import type { Entry } from './entry.ts';
import { type PublicStatus, statusOn, statusToday } from './publicStatus.ts';

/** The status of a label on a day that is not to come; null before its first day. */
export function statusAsOf(
  entry: Pick<Entry, 'state' | 'history' | 'standing' | 'since' | 'until'>,
  day: Day,
  today: Day,
): PublicStatus | null {
  if (day >= today) return statusToday(entry, today);
  return day < entry.since ? null : statusOn(entry, day);
}
