import type { Application, Review, ReviewerProfile } from '../../commands/items/items.ts';
import type { Reviewing } from '../../commands/ports/reviewingPorts.ts';
import { isModeration } from '../../policies/reviewTask.ts';
import { oneOf, type Reader } from '../database/reader.ts';

/** Whether a file still waits for a review that it asked for, a score or the settling of two. */
function waitsFor(state: Application['state'] | undefined, review: Review): boolean {
  if (isModeration(review)) return state === 'moderation';
  return state === 'assignment' || state === 'evaluation';
}

/** Who reviews and what they have in hand, as the view of the reader shows it. */
export function reviewingStore({ one, many }: Reader): Reviewing {
  return {
    reviewer: (personId) => one<ReviewerProfile>('reviewers', { _id: personId }),
    reviewers: (personIds) => many<ReviewerProfile>('reviewers', { _id: oneOf(personIds) }),
    review: (id) => one<Review>('reviews', { _id: id }),
    reviewsOf: (files) =>
      many<Review>('reviews', { 'context.applicationId': typeof files === 'string' ? files : oneOf(files) }),
    reviewsBy: (personId) => many<Review>('reviews', { 'context.personId': personId }, { _id: -1 }),
    reviewsTowards: (organisationId) => many<Review>('reviews', { organisationId }),
    reviewsUnderWay: async (personIds) => {
      const open = { 'context.personId': oneOf(personIds), state: oneOf(['invited', 'scoring']) };
      const reviews = await many<Review>('reviews', open);
      const ids = [...new Set(reviews.map(({ context }) => context.applicationId))];
      const files = await many<Application>('applications', { _id: oneOf(ids) });
      const stateOf = new Map(files.map(({ id, state }) => [id, state]));
      return reviews
        .filter((review) => waitsFor(stateOf.get(review.context.applicationId), review))
        .map(({ state, context: { personId, applicationId } }) => ({ personId, applicationId, state }));
    },
  };
}
