import { refuseFor } from '../../../errors.ts';
import { dueAfter } from '../../../register/calendar.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication, applyToReview } from '../../common/applyEvent.ts';
import { requireRevision } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { type FrozenFile, frozenFile } from '../../file/frozenFile.ts';
import { claimsOf, countedReviews, scoreAt } from '../../file/reviewMarks.ts';
import { sharedScores } from '../../file/sharedScore.ts';
import type { Review } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { raiseFindings } from '../findings/raiseFindings.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { ownReview } from './answerInvitation.ts';
import { divergencesIn } from './divergingPlaces.ts';
import { lacksOf } from './scoreCriterion.ts';

/**
 * Locks a review and notes it on its file, in one commit; the last one in says whether the two diverge, and raises the findings
 * of both when they do not.
 */
export async function deliverReview(deps: Deps, asker: Asker, input: { reviewId: string; revision: number }) {
  const review = await ownReview(deps, asker, input.reviewId);
  requireRevision(review, input.revision);
  // The other reviewer may deliver at the same instant: whoever is second is retried on the file as it is then.
  return retryOnConflict(() => deliverOnce(deps, asker, review));
}

async function deliverOnce(deps: Deps, asker: Asker, review: Review): Promise<void> {
  const file = await frozenFile(deps, review.context.applicationId);
  const { organisationId } = file.application.context;
  const lacks = claimsOf(file.published.scheme, file.snapshot.content).map((claim) =>
    lacksOf(claim.level, scoreAt(review.scores, claim)),
  );
  const eventMeta = await eventMetaOn(deps, asker, file.application);
  const guarded = {
    ...eventMeta,
    unscored: lacks.filter((lack) => lack.includes('level')).length,
    deviationsWithoutComment: lacks.filter((lack) => lack.includes('comment')).length,
    conflict: await hasConflict(deps, asker, organisationId),
  };
  const correctionDueAt = dueAfter(eventMeta.at, file.published.scheme.process.correctionDays);
  const reviews = allDelivered(file, review);
  const diverging = reviews !== null && divergencesIn(file, reviews).length > 0;
  const raised =
    reviews === null || diverging
      ? { changes: [], majors: 0 }
      : await raiseFindings(deps, { application: file.application, reviews, eventMeta, correctionDueAt });
  const changes = [
    applyToReview(deps, review, { ...guarded, type: 'deliver' }, { scores: digestOf(sharedScores(review)) }),
    applyToApplication(deps, file.application, {
      ...guarded,
      type: 'deliverReview',
      reviewId: review.id,
      diverging,
      openFindings: raised.majors,
      correctionDueAt,
    }),
    ...raised.changes,
  ];
  refuseFor({ findingDescribed: lacks.some((lack) => lack.includes('finding')) });
  await deps.store.commit(changes);
}

/** All reviews of the file in the order of its reviewers once this one is in; null while another one is to come. */
function allDelivered(file: FrozenFile, last: Review): Review[] | null {
  const counted = countedReviews(file.application, file.reviews).map((one) =>
    one.id === last.id ? last : one,
  );
  return counted.every((one) => one.id === last.id || one.state === 'delivered') ? counted : null;
}
