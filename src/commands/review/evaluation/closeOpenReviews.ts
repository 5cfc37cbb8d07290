import { isModeration } from '../../../policies/reviewTask.ts';
import { eventsOf } from '../../../workflow/step.ts';
import { type EventMeta, systemActor } from '../../common/actor.ts';
import { applyToApplication, applyToReview } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Review } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/**
 * Ends the reviews of a file that nobody waits for any more: unanswered invitations, substitutes who were not needed. A file
 * that looks for its reviewers again keeps them, and one in moderation who settles it. Idempotent.
 */
export async function closeOpenReviews(deps: Pick<Deps, 'store' | 'clock' | 'ids'>, applicationId: string) {
  const { state } = requireVisible(await deps.store.application(applicationId));
  const waitsFor = (review: Review) =>
    isModeration(review) ? state === 'moderation' : state === 'assignment' || state === 'evaluation';
  const reviews = await deps.store.reviewsOf(applicationId);
  const event = { type: 'fileClosed', at: deps.clock.now().toISOString(), actor: systemActor } as const;
  const changes = reviews
    .filter((review) => (review.state === 'invited' || review.state === 'scoring') && !waitsFor(review))
    .map((review) => applyToReview(deps, review, event));
  if (changes.length > 0) await deps.store.commit(changes);
}

/**
 * Ends a review whose deadline passed. Where its file was handed to that reviewer already, the file looks for another one in
 * the same commit: otherwise it would wait forever.
 */
export async function expireReview(deps: Pick<Deps, 'store' | 'ids'>, review: Review, eventMeta: EventMeta) {
  const { personId, applicationId } = review.context;
  const file = requireVisible(await deps.store.application(applicationId));
  const holds = file.context.reviewers.some(({ reviewId }) => reviewId === review.id);
  const looks = holds && eventsOf('application', file.state).includes('conflictFound');
  const left = { type: 'conflictFound', personId, ...eventMeta } as const;
  await deps.store.commit([
    applyToReview(deps, review, { type: 'deadlinePassed', ...eventMeta }),
    ...(looks ? [applyToApplication(deps, file, left, {}, { because: ['review.expired'] })] : []),
  ]);
}
