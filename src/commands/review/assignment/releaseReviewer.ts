import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication, applyToReview } from '../../common/applyEvent.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

type Released = FileRef & { readonly reviewId: string; readonly reason: string };

/**
 * Takes a review from a person who can no longer do it, with a reason. A file that was handed to them looks for someone else in
 * the same commit: a substitute who accepted is there already, otherwise the next candidate is invited.
 */
export async function releaseReviewer(deps: Deps, asker: Asker, input: Released): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const application = requireVisible(await deps.store.application(input.applicationId));
  const review = requireVisible(await deps.store.review(input.reviewId));
  requireVisible(review.context.applicationId === application.id);
  const { personId } = review.context;
  const eventMeta = await eventMetaOn(deps, asker, application);
  const { reason } = input;
  const holds = application.context.reviewers.some(({ reviewId }) => reviewId === review.id);
  const leaves = holds && application.state === 'evaluation';
  await deps.store.commit([
    applyToReview(deps, review, { type: 'release', ...eventMeta, reason }),
    ...(leaves
      ? [applyToApplication(deps, application, { type: 'releaseReviewer', ...eventMeta, personId, reason })]
      : []),
  ]);
}
