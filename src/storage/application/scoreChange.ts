import type { ReviewScore } from '../../commands/items/items.ts';
import type { AssessmentChange } from './assessmentChange.ts';

/** How a score is written into a review: the one element that was read, or one more where there was none. */
export function scoreChange(score: ReviewScore, before: ReviewScore | null): AssessmentChange {
  const { offerId, criterion } = score;
  if (!before) {
    const none = { $not: { $elemMatch: { offerId, criterion } } };
    return { filter: { scores: none }, update: { $push: { scores: score } } };
  }
  const { note, finding, ...others } = before;
  const asRead = { ...others, note: stored(note), finding: stored(finding) };
  return {
    filter: { scores: { $elemMatch: asRead } },
    update: { $set: { 'scores.$[score]': score } },
    arrayFilters: [{ 'score.offerId': offerId, 'score.criterion': criterion }],
  };
}

/** What scores of before say nothing of is not there, which is not the same as empty. */
function stored<Part>(part: Part | undefined): Part | object {
  return part === undefined ? { $exists: false } : part;
}
