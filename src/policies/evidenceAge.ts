import { addMonths, type Day } from '../register/day.ts';

/**
 * Months after which a document is called old: a file tells of the last year, and its papers of that year or the one before.
 * Ours, to be voted: no law asks for it, and an old document is pointed out, never refused.
 */
const freshMonths = 24;

/** Whether the last day that a document tells about lies so far back that people should look for a newer one. */
export function isOldEvidence(until: Day | null, today: Day): boolean {
  return until !== null && until < addMonths(today, -freshMonths);
}
