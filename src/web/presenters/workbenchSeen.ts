import type { ReviewScore } from '../../commands/items.ts';
import { seenOf } from './applicantSeen.ts';

/** The mark of a score as its page shows it: another one at saving means that another window was quicker. */
export function scoreMark(score: ReviewScore | null): string {
  if (!score) return seenOf(null);
  const { level, comment, note = '', finding = null } = score;
  return seenOf({ level, comment, note, finding });
}
