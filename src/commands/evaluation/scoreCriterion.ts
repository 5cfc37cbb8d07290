import { LabelError } from '../../errors.ts';
import { found } from '../found.ts';
import type { Score } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { frozenFile } from '../screening/frozenFile.ts';
import { traceOf } from '../traceOf.ts';
import { ownReview } from './answerInvitation.ts';
import { claimsOf } from './reviewMarks.ts';

/** Saves a reviewer's own score of one criterion at once; it can change until the review is delivered. */
export async function scoreCriterion(
  deps: Deps,
  asker: Asker,
  input: { readonly reviewId: string; readonly score: Score },
): Promise<void> {
  const { score } = input;
  const review = await ownReview(deps, asker, input.reviewId);
  const { published, snapshot } = await frozenFile(deps, review.context.applicationId);
  const places = claimsOf(published.scheme, snapshot);
  found(places.find((p) => p.offerId === score.offerId && p.criterion === score.criterion));
  const criterion = found(published.scheme.criteria.find((c) => c.id === score.criterion));
  if (score.level === 'na' && !criterion.na) {
    throw new LabelError('invalid', { faults: [{ field: 'level', code: 'naNotAllowed' }] });
  }
  await deps.store.saveScore(review.id, score, traceOf(deps, asker, review.organisationId));
}
