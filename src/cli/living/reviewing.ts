import { requireVisible } from '../../commands/common/requireVisible.ts';
import { frozenFile } from '../../commands/file/frozenFile.ts';
import { claimsOf, scoreAt } from '../../commands/file/reviewMarks.ts';
import type { Application, Review, ReviewScore } from '../../commands/items/items.ts';
import { inviteReviewer } from '../../commands/review/assignment/inviteReviewer.ts';
import { answerInvitation } from '../../commands/review/evaluation/answerInvitation.ts';
import { deliverReview } from '../../commands/review/evaluation/deliverReview.ts';
import { scoreCriterion } from '../../commands/review/evaluation/scoreCriterion.ts';
import { recordVisit, takesVisits } from '../../commands/review/visits.ts';
import { signer } from '../../profile/specimenPeople.ts';
import { dayOf } from '../../register/day.ts';
import { said } from './organisations.ts';
import type { Stage } from './stage.ts';

/** Where a reviewer sees it otherwise than the applicant, by criterion. */
export type Otherwise = Readonly<Record<string, Partial<Omit<ReviewScore, 'offerId' | 'criterion'>>>>;

/** The people who score a file, in their order. */
export const reviewers = ['reviewer-1', 'reviewer-2'] as const;

/** Invites someone to a file, where they were not yet; with `accept`, they say yes. */
export async function invite(stage: Stage, file: Application, name: string, accept: boolean): Promise<void> {
  const { deps } = stage;
  const person = await stage.person(name);
  if (!(await reviewOf(stage, file, name))) {
    await inviteReviewer(deps, await stage.person('officer'), {
      applicationId: file.id,
      personId: person.id,
    });
  }
  const review = requireVisible(await reviewOf(stage, file, name));
  if (accept && review.state === 'invited')
    await answerInvitation(deps, person, { reviewId: review.id, accept: true, noConflictDeclared: true });
}

/** Scores as the applicant claims, but for what is seen otherwise: everything, or the first places alone. */
export async function score(
  stage: Stage,
  file: Application,
  name: string,
  otherwise: Otherwise = {},
  places = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { deps } = stage;
  const person = await stage.person(name);
  const review = requireVisible(await reviewOf(stage, file, name));
  if (review.state !== 'scoring') return;
  const { published, snapshot } = await frozenFile(deps, file.id);
  for (const claim of claimsOf(published.scheme, snapshot.content).slice(0, places)) {
    if (scoreAt(review.scores, claim)) continue;
    const own = { ...claim, comment: '', ...otherwise[claim.criterion] };
    await scoreCriterion(deps, person, { reviewId: review.id, score: own });
  }
}

/** Scores everything, delivers, and notes the call to the applicant that may be demanded. */
export async function deliver(stage: Stage, file: Application, name: string, otherwise: Otherwise = {}) {
  const { deps } = stage;
  await score(stage, file, name, otherwise);
  const review = requireVisible(await reviewOf(stage, file, name));
  const person = await stage.person(name);
  if (review.state === 'scoring')
    await deliverReview(deps, person, { reviewId: review.id, revision: review.revision });
  const { id, revision, ...now } = requireVisible(await deps.store.application(file.id));
  if (!takesVisits(now)) return;
  await recordVisit(deps, person, {
    ...{ applicationId: id, revision, kind: 'call', on: dayOf(deps.clock.now().toISOString()) },
    people: signer,
    notes: said.call,
  });
}

async function reviewOf(stage: Stage, file: Application, name: string): Promise<Review | undefined> {
  const { id } = await stage.person(name);
  const reviews = await stage.deps.store.reviewsOf(file.id);
  return reviews.find(({ context }) => context.personId === id);
}
