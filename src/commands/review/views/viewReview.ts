import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { besideFile } from '../../file/besideFile.ts';
import { filePlaces } from '../../file/filePlaces.ts';
import { type FrozenFile, frozenFile } from '../../file/frozenFile.ts';
import { sentRounds } from '../../file/openRound.ts';
import { countedReviews, scoreAt } from '../../file/reviewMarks.ts';
import { type ReviewStage, reviewStage } from '../../file/reviewStage.ts';
import { sharedScore } from '../../file/sharedScore.ts';
import type { Review } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerInvitation, ownReview } from '../evaluation/answerInvitation.ts';
import { deliverReview } from '../evaluation/deliverReview.ts';
import { lacksOf } from '../evaluation/scoreCriterion.ts';
import { findingLines } from '../findings/findingLines.ts';
import { fileVisits } from '../visits.ts';

export type ReviewDesk = Awaited<ReturnType<typeof viewReview>>;

/** The person's own review with its file; anyone else's, one that is over, and the settling of two (viewModeration) is not found. */
export async function viewReview(deps: Deps, asker: Asker, reviewId: string) {
  const review = await ownReview(deps, asker, reviewId);
  const file = await frozenFile(deps, review.context.applicationId);
  const reached = reviewStage(review, file.application);
  const stage = requireVisible(reached === 'over' || reached === 'moderation' ? null : reached);
  const { organisation, offers } = file.snapshot.content;
  const counts = isComplete(file, review);
  const onDesk = stage === 'scoring' || stage === 'delivered';
  return {
    review,
    stage,
    applicationId: file.application.id,
    applicationRevision: file.application.revision,
    kind: file.application.context.kind,
    scope: file.application.context.scope,
    succeeds: file.application.context.succeeds,
    reconsideration: file.application.reconsideration ?? null,
    published: file.published,
    organisation,
    offers,
    advisers: file.snapshot.content.advisers ?? [],
    evidence: onDesk ? file.evidence : [],
    /** What the secretariat asked before, and what was answered. */
    information: onDesk ? sentRounds(file.application) : [],
    places: onDesk ? placesOf(file, review) : [],
    /** Null until the file is theirs to read. */
    beside: onDesk ? await besideFile(deps, file) : null,
    /** Both null until the evaluation is complete and this review counts in it. */
    findings: counts ? await findingLines(deps, asker, file.application) : null,
    visits: counts ? await fileVisits(deps, file) : null,
    /** What refuses to accept the invitation (`invitation`) or to deliver (`scoring`) now. */
    blockers: await refusals(deps, asker, review, stage),
  };
}

/** One criterion on a reviewer's desk; `other` is the other reviewer's score, after both are delivered only. */
export type DeskPlace = ReturnType<typeof placesOf>[number];

function placesOf(file: FrozenFile, review: Review) {
  const counted = review.state === 'delivered' ? countedReviews(file.application, file.reviews) : [];
  const other = counted.find(({ id, state }) => id !== review.id && state === 'delivered');
  return filePlaces(file).map((place) => {
    const own = scoreAt(review.scores, place.at) ?? null;
    return {
      ...place,
      own,
      other: other ? sharedScore(scoreAt(other.scores, place.at)) : null,
      /** What the own score lacks to be delivered. */
      lacks: lacksOf(place.claim.level, own),
    };
  });
}

/** Whether this review counts in its file and every one of the file is delivered. */
function isComplete({ application }: FrozenFile, { id }: Review): boolean {
  const { reviewers, limits } = application.context;
  const own = reviewers.some(({ reviewId }) => reviewId === id);
  return own && reviewers.length === limits.reviewers && reviewers.every(({ delivered }) => delivered);
}

async function refusals(deps: Deps, asker: Asker, { id, revision }: Review, stage: ReviewStage) {
  if (stage === 'invitation') {
    const accepted = { reviewId: id, accept: true, noConflictDeclared: true } as const;
    return dryRun(deps, (dry) => answerInvitation(dry, asker, accepted));
  }
  if (stage !== 'scoring') return [];
  return dryRun(deps, (dry) => deliverReview(dry, asker, { reviewId: id, revision }));
}

/** The file that the person settles by a review of their own; null for any other review. */
export async function settledBy(deps: Deps, asker: Asker, reviewId: string): Promise<string | null> {
  const review = await ownReview(deps, asker, reviewId);
  const application = requireVisible(await deps.store.application(review.context.applicationId));
  return reviewStage(review, application) === 'moderation' ? application.id : null;
}
