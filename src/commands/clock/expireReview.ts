import { eventsOf } from '../../workflow/step.ts';
import type { FileActor } from '../actor.ts';
import { found } from '../found.ts';
import type { Review } from '../items.ts';
import type { Deps } from '../ports.ts';
import { takeOnApplication, takeOnReview } from '../take.ts';

/**
 * A review whose time is over ends. Had its file been handed to that reviewer already, the file looks for another one in the
 * same commit: it would wait for ever for a review that can come no more.
 */
export async function expireReview(
  deps: Deps,
  review: Review,
  said: { readonly at: string; readonly actor: FileActor },
): Promise<void> {
  const { personId, applicationId } = review.context;
  const file = found(await deps.store.application(applicationId));
  const holds = file.context.reviewers.some(({ reviewId }) => reviewId === review.id);
  const looks = holds && eventsOf('application', file.state).includes('conflictFound');
  const because = { id: deps.ids.next(), data: { because: ['review.expired'] } };
  await deps.store.commit({
    changes: [
      takeOnReview(review, { type: 'deadlinePassed', ...said }, { id: deps.ids.next() }),
      ...(looks ? [takeOnApplication(file, { type: 'conflictFound', personId, ...said }, because)] : []),
    ],
  });
}
