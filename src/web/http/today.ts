import type { Clock } from '../../commands/ports/ports.ts';
import { type Day, dayOf, endOfDay } from '../../register/day.ts';

/**
 * Today where the label is with its last millisecond, computed once a day: to compute it takes longer than to answer from memory (row 1 of
 * docs/performance.md).
 */
export function createToday(clock: Clock): () => { readonly day: Day; readonly end: number } {
  let today = { day: '', end: 0 };
  return () => {
    const now = clock.now();
    if (now.getTime() > today.end) {
      const day = dayOf(now.toISOString());
      today = { day, end: Date.parse(endOfDay(day)) };
    }
    return today;
  };
}
