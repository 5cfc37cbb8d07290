import { refuseFor, refuseWith } from '../../../errors.ts';
import { isModeration } from '../../../policies/reviewTask.ts';
import { dueAfter } from '../../../register/calendar.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToReview } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { assignmentOf } from '../assignment/assignmentOf.ts';
import { linesOfTies, tiesOfReviewing } from '../ties/detectedTies.ts';

/** Reasons to decline an invitation that are given with one click; stored as codes, shown in the reader's language. */
export const declineReasons = ['noTime', 'tie', 'notMyField'] as const;

type Input =
  | { readonly reviewId: string; readonly accept: true; readonly noConflictDeclared: boolean }
  | { readonly reviewId: string; readonly accept: false; readonly reason: string };

/**
 * The invited person accepts, declaring no conflict, or declines with a reason. From the acceptance on, nobody of the applicant
 * reviews the reviewer's own organisations in return.
 */
export async function answerInvitation(deps: Deps, asker: Asker, input: Input): Promise<void> {
  // Retried when the people it concerns change meanwhile in some other way.
  return retryOnConflict(async () => {
    const review = await ownReview(deps, asker, input.reviewId);
    const application = requireVisible(await deps.store.application(review.context.applicationId));
    const eventMeta = await eventMetaOn(deps, asker, application);
    if (!input.accept) {
      const event = { type: 'decline', ...eventMeta, reason: input.reason } as const;
      await deps.store.commit([applyToReview(deps, review, event)]);
      return;
    }
    const { noConflictDeclared } = input;
    const dueAt = dueAfter(eventMeta.at, deps.procedure.reviewDays);
    const accepted = applyToReview(deps, review, { type: 'accept', ...eventMeta, noConflictDeclared, dueAt });
    if (isModeration(review)) await requireStillFit(deps, asker, application);
    const person = requireVisible(await deps.store.person(asker.id));
    const ties = await tiesOfReviewing(deps, person, review.organisationId);
    const lines = await linesOfTies(deps, ties, { at: eventMeta.at, fact: 'tie.detected' });
    await deps.store.commit([accepted, ...lines], [{ kind: 'ties', rows: ties }]);
  });
}

/** Who settles two reviews gets the file by accepting: what would block their invitation today refuses it. */
async function requireStillFit(deps: Deps, asker: Asker, application: Application): Promise<void> {
  refuseFor({ wrongState: application.state !== 'moderation' });
  const { people } = await assignmentOf(deps, application, [asker]);
  const reasons = people.flatMap(({ blockers, candidate: { load, cap } }) => [
    ...blockers.filter((reason) => !ofOwnInvitation.includes(reason)),
    // This invitation is one of those that the load counts.
    ...(load > cap ? ['underLoadCap'] : []),
  ]);
  refuseWith(reasons);
}

const ofOwnInvitation: readonly string[] = ['alreadyInvited', 'enoughInvited', 'pairMixed', 'underLoadCap'];

/** A review of one's own; anyone else's is not found. */
export async function ownReview(deps: Pick<Deps, 'store'>, asker: Asker, reviewId: string) {
  const review = requireVisible(await deps.store.review(reviewId));
  return requireVisible(review.context.personId === asker.id && review);
}
