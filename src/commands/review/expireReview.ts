import { eventsOf } from '../../workflow/step.ts';
import type { FileActor } from '../common/actor.ts';
import { applyToApplication, applyToReview } from '../common/applyEvent.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Review } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/**
 * A review whose time is over ends. Had its file been handed to that reviewer already, the file looks for another one in the
 * same commit: it would wait for ever for a review that can come no more.
 */
export async function expireReview(
  deps: Pick<Deps, 'store' | 'ids'>,
  review: Review,
  said: { readonly at: string; readonly actor: FileActor },
): Promise<void> {
  const { personId, applicationId } = review.context;
  const file = requireVisible(await deps.store.application(applicationId));
  const holds = file.context.reviewers.some(({ reviewId }) => reviewId === review.id);
  const looks = holds && eventsOf('application', file.state).includes('conflictFound');
  const because = { id: deps.ids.next(), data: { because: ['review.expired'] } } as const;
  await deps.store.commit({
    changes: [
      applyToReview(review, { type: 'deadlinePassed', ...said }, { id: deps.ids.next() }),
      ...(looks ? [applyToApplication(file, { type: 'conflictFound', personId, ...said }, because)] : []),
    ],
  });
}
