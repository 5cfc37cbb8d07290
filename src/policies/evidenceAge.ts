import { addMonths, type Day } from '../register/day.ts';

/** The day that a document must tell of, or of a later one, so that it still proves something on `today`. */
export function oldestCurrent(today: Day, months: number): Day {
  return addMonths(today, -months);
}

/** Whether the last day that a document tells about lies before the oldest one that still counts. */
export function isOldEvidence(until: Day | null, oldest: Day): boolean {
  return until !== null && until < oldest;
}
