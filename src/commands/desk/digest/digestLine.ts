import type { PlainKey } from '../../../messages.ts';
import { type Day, dayOf, daysBetween } from '../../../register/day.ts';

/** One thing that waits for a person of the staff. */
export interface DigestLine {
  /** What is to be done. */
  readonly what: PlainKey;
  /** What it is about, as its reader may know it. */
  readonly about: string;
  /** Until when, as a day; null where no day ends it. */
  readonly dueOn: Day | null;
  /** Its day is over. */
  readonly since?: boolean;
  /** Of its page, below the language. */
  readonly path: string;
  /** Which day of reminding it has reached: with another one it is told anew. */
  readonly stage?: string | undefined;
}

/** The nearest of some days before a due day that is reached, as a stage; null while none is. What is late has a stage of its own. */
export function stageOf(leads: readonly number[], dueAt: string, today: Day): string | null {
  const left = daysBetween(today, dayOf(dueAt));
  if (left < 0) return 'late';
  const reached = leads.filter((lead) => left <= lead);
  return reached.length === 0 ? null : String(Math.min(...reached));
}
