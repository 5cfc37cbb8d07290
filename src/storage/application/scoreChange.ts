import type { ReviewScore } from '../../commands/items/items.ts';
import type { AssessmentChange } from './assessmentChange.ts';

/** How a score is written into a review: the one element that was read, or one more where there was none. */
export function scoreChange(score: ReviewScore, before: ReviewScore | null): AssessmentChange {
  const { offerId, criterion } = score;
  if (!before) {
    const none = { $not: { $elemMatch: { offerId, criterion } } };
    return { filter: { scores: none }, update: { $push: { scores: score } } };
  }
  return {
    filter: { scores: { $elemMatch: before } },
    update: { $set: { 'scores.$[score]': score } },
    arrayFilters: [{ 'score.offerId': offerId, 'score.criterion': criterion }],
  };
}
