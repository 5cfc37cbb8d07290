import { oldestCurrent } from '../../policies/evidenceAge.ts';
import { type Day, dayOf } from '../../register/day.ts';
import type { Deps } from '../ports/ports.ts';

/** The last day of its period that a document must reach to count as current, at the present time. */
export function oldestCounting({ clock, procedure }: Pick<Deps, 'clock' | 'procedure'>): Day {
  return oldestCurrent(dayOf(clock.now().toISOString()), procedure.evidenceMonths);
}
