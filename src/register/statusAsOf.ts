import type { Day } from './day.ts';
import { type PublicStatus, statusOn, statusToday } from './publicStatus.ts';
import type { LabelLife } from './validity.ts';

/** The status of a label on a day that is not to come; null before the day on which it first held. */
export function statusAsOf(label: LabelLife, day: Day, today: Day): PublicStatus | null {
  return day >= today ? statusToday(label, today) : statusOn(label, day);
}
