import { requireVisible } from '../commands/common/requireVisible.ts';
import { reviewStage } from '../commands/file/reviewStage.ts';
import type { Review } from '../commands/items/items.ts';
import { isModeration } from '../policies/reviewTask.ts';
import { dayOf } from '../register/day.ts';
import { letter } from './letter.ts';
import { withoutConflict } from './recipients.ts';
import { fileOf } from './subjects.ts';

/** Asks the invited person to review a file, unless that has been settled meanwhile. */
export const reviewInvitation = invitation((review) => !isModeration(review));

/** Asks the invited person to settle two reviews of a file, unless that has been settled meanwhile. */
export const moderationInvitation = invitation(isModeration);

function invitation(isIts: (review: Review) => boolean) {
  return letter({
    on: ['review.invited'],
    topic: null,
    about: async (deps, { id }) => {
      const review = requireVisible(await deps.store.review(id));
      return { review, ...(await fileOf(deps, review.context.applicationId)) };
    },
    holds: ({ review, application }) => isIts(review) && reviewStage(review, application) === 'invitation',
    to: async ({ review, organisation }, deps) => {
      const invited = requireVisible(await deps.store.person(review.context.personId));
      return withoutConflict(organisation, deps, [invited]);
    },
    path: ({ review }) => `review/${review.id}`,
    // Who is asked must know the organisation to declare a tie.
    tells: ({ review, organisation }) => ({
      organisation: organisation.name,
      dueAt: dayOf(review.context.dueAt),
    }),
    says: ({ organisation, dueAt }, { date }) => ({ rows: { organisation, dueAt: date(dueAt) } }),
  });
}
