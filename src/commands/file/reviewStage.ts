import { isModeration } from '../../policies/reviewTask.ts';
import type { Application, Review } from '../items/items.ts';

/**
 * What a reviewer can do with a review now. `invitation`: answer it. `waiting`: accepted, the file is not handed over yet.
 * `scoring`, `delivered`: read the frozen file. `moderation`: settle the two reviews of it that diverge. `over`: nothing more.
 */
export type ReviewStage = 'invitation' | 'waiting' | 'scoring' | 'moderation' | 'delivered' | 'over';

/** The stage of a review, which depends on its file: reviewers see a file once it is handed to both of them. */
export function reviewStage(review: Review, application: Pick<Application, 'state' | 'context'>) {
  const { state, context } = application;
  if (isModeration(review)) return moderationStage(review.state, state);
  const counts = context.reviewers.some((r) => r.reviewId === review.id);
  // A substitute goes on waiting while others score: a place can still become free.
  const waits = state === 'assignment' || (review.substitute && state === 'evaluation');
  if (review.state === 'invited') return waits ? 'invitation' : 'over';
  // After an appeal that was upheld the file is others' to score.
  if (review.state === 'delivered') return counts ? 'delivered' : 'over';
  if (review.state !== 'scoring') return 'over';
  if (state === 'evaluation' && counts) return 'scoring';
  return waits ? 'waiting' : 'over';
}

/** What a person can do who was asked to settle two reviews, while their file waits for that. */
function moderationStage(review: Review['state'], file: Application['state']): ReviewStage {
  if (file !== 'moderation') return 'over';
  if (review === 'invited') return 'invitation';
  return review === 'scoring' ? 'moderation' : 'over';
}

const open: readonly Review['state'][] = ['invited', 'scoring', 'delivered'];

/** The scores of a file that still count or may come to: not those declined, lapsed or voided, nor those of an earlier round. */
export function openReviews({ context }: Application, reviews: readonly Review[]): Review[] {
  return reviews.filter(
    (review) =>
      open.includes(review.state) &&
      !isModeration(review) &&
      !context.earlierPeople.includes(review.context.personId),
  );
}
