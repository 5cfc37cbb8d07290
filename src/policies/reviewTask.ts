import type { StoredReview } from '../workflow/stored.ts';

/** Whether a review is the settling of two others that diverge, not a score of its own. */
export function isModeration({ context }: Pick<StoredReview, 'context'>): boolean {
  return context.task === 'moderation';
}
