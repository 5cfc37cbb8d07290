import type { ReviewScore } from '../../commands/items/items.ts';
import { seenOf } from '../application/answers/versionTokens.view.ts';

/** The mark of a score as its page shows it: another one at saving means that another window was quicker. */
export function scoreMark(score: ReviewScore | null): string {
  if (!score) return seenOf(null);
  const { level, comment, note = '', finding = null } = score;
  return seenOf({ level, comment, note, finding });
}
