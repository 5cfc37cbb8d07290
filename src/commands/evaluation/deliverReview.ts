import { LabelError } from '../../errors.ts';
import { addWorkingDays } from '../../register/calendar.ts';
import { dayOf } from '../../register/day.ts';
import { endOfDay } from '../../register/endOfDay.ts';
import { divergencesOf } from '../../scoring/divergence.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import { actorTowards } from '../actor.ts';
import { cycleOf } from '../cycleOf.ts';
import { unchanged } from '../found.ts';
import type { Review } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { type FrozenFile, frozenFile } from '../screening/frozenFile.ts';
import { takeOnApplication, takeOnReview } from '../take.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { untilTaken } from '../untilTaken.ts';
import { ownReview } from './answerInvitation.ts';
import { lacksOf } from './lacksOf.ts';
import { claimsOf, countedReviews, marksOfScores, scoreAt } from './reviewMarks.ts';
import { toldScores } from './toldScore.ts';

/** Locks a review and tells its file, in one commit; the last one in says whether the two diverge. */
export async function deliverReview(
  deps: Deps,
  asker: Asker,
  input: { readonly reviewId: string; readonly revision: number },
): Promise<void> {
  unchanged(await ownReview(deps, asker, input.reviewId), input.revision);
  // The other reviewer may deliver at the same instant: who is second is not told so, it is done anew.
  return untilTaken(() => deliverOnce(deps, asker, input));
}

async function deliverOnce(
  deps: Deps,
  asker: Asker,
  input: { readonly reviewId: string; readonly revision: number },
): Promise<void> {
  const review = await ownReview(deps, asker, input.reviewId);
  unchanged(review, input.revision);
  const file = await frozenFile(deps, review.context.applicationId);
  const { organisationId } = file.application.context;
  const lacks = claimsOf(file.published.scheme, file.snapshot).map((claim) =>
    lacksOf(claim.level, scoreAt(review.scores, claim)),
  );
  const said = {
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, organisationId),
    unscored: lacks.filter((lack) => lack.includes('level')).length,
    deviationsWithoutComment: lacks.filter((lack) => lack.includes('comment')).length,
    conflict: await hasConflict(deps, asker, organisationId),
  };
  const { correctionDays } = file.published.scheme.process;
  const changes = [
    takeOnReview(
      review,
      { ...said, type: 'deliver' },
      { id: deps.ids.next(), data: { scores: digestOf(toldScores(review)) } },
    ),
    takeOnApplication(
      file.application,
      {
        ...said,
        type: 'deliverReview',
        reviewId: review.id,
        diverging: diverge(file, review),
        openFindings: 0,
        correctionDueAt: endOfDay(addWorkingDays(dayOf(said.at), correctionDays)),
      },
      { id: deps.ids.next() },
    ),
  ];
  if (lacks.some((lack) => lack.includes('finding'))) {
    throw new LabelError('refused', { reasons: ['findingDescribed'] });
  }
  await deps.store.commit({ changes });
}

/** Whether the review diverges from the other delivered one; no, while there is none. */
function diverge(file: FrozenFile, review: Review): boolean {
  const other = countedReviews(file.application, file.reviews).find(
    (r) => r.id !== review.id && r.state === 'delivered',
  );
  if (!other) return false;
  const marks = ({ scores }: Review) => marksOfScores(scores, file.snapshot.content.offers);
  const { application, published } = file;
  return divergencesOf(published.scheme, cycleOf(application), marks(other), marks(review)).length > 0;
}
