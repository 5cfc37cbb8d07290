import { isModeration } from '../../../policies/reviewTask.ts';
import { systemActor } from '../../common/actor.ts';
import { applyToReview } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Review } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/**
 * Ends the reviews of a file that nobody waits for any more: invitations without an answer, substitutes who were not needed. A
 * file that looks for its reviewers again keeps them, and one in moderation who settles it. Done twice, it does nothing the second time.
 */
export async function closeOpenReviews(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  applicationId: string,
): Promise<void> {
  const { state } = requireVisible(await deps.store.application(applicationId));
  const waitsFor = (review: Review) =>
    isModeration(review) ? state === 'moderation' : state === 'assignment' || state === 'evaluation';
  const reviews = await deps.store.reviewsOf(applicationId);
  const said = { type: 'fileClosed', at: deps.clock.now().toISOString(), actor: systemActor } as const;
  const changes = reviews
    .filter((review) => (review.state === 'invited' || review.state === 'scoring') && !waitsFor(review))
    .map((review) => applyToReview(review, said, { id: deps.ids.next() }));
  if (changes.length > 0) await deps.store.commit({ changes });
}
