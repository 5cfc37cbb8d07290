import { LabelError } from '../../../errors.ts';
import { isModeration } from '../../../policies/reviewTask.ts';
import type { Tie } from '../../../policies/tie.ts';
import { addWorkingDays } from '../../../register/calendar.ts';
import { dayOf, endOfDay } from '../../../register/day.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToReview } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { assignmentOf } from '../assignment/assignmentOf.ts';
import { linesOfTies, tiesOfReviewing } from '../ties/detectedTies.ts';

/** Reasons to decline an invitation that are given with one click; they are kept as such and told in the reader's language. */
export const declineReasons = ['noTime', 'tie', 'notMyField'] as const;

type Input =
  | { readonly reviewId: string; readonly accept: true; readonly noConflictDeclared: boolean }
  | { readonly reviewId: string; readonly accept: false; readonly reason: string };

/**
 * The invited person accepts, declaring no conflict, or declines with a reason. From the acceptance on, nobody of the applicant
 * reviews the reviewer's own organisations in return.
 */
export async function answerInvitation(deps: Deps, asker: Asker, input: Input): Promise<void> {
  // Who it concerns may change meanwhile in what has nothing to do with this: it is done anew then.
  return retryOnConflict(async () => {
    const review = await ownReview(deps, asker, input.reviewId);
    const application = requireVisible(await deps.store.application(review.context.applicationId));
    const said = {
      at: deps.clock.now().toISOString(),
      actor: await actorOn(deps, asker, application),
    };
    const event = input.accept
      ? ({
          ...said,
          type: 'accept',
          noConflictDeclared: input.noConflictDeclared,
          dueAt: endOfDay(addWorkingDays(dayOf(said.at), deps.procedure.reviewDays)),
        } as const)
      : ({ ...said, type: 'decline', reason: input.reason } as const);
    const taken = applyToReview(review, event, { id: deps.ids.next() });
    if (input.accept && isModeration(review)) await requireStillFit(deps, asker, application);
    const ties = input.accept ? await tiesOfAccepting(deps, asker, review.organisationId) : [];
    const lines = await linesOfTies(deps, ties, { at: said.at, fact: 'tie.detected' });
    await deps.store.commit({ changes: [taken, ...lines], parts: [{ kind: 'ties', rows: ties }] });
  });
}

/** Who settles two reviews has the file with their yes: what would keep them from being invited today refuses it. */
async function requireStillFit(deps: Deps, asker: Asker, application: Application): Promise<void> {
  if (application.state !== 'moderation') throw new LabelError('refused', { reasons: ['wrongState'] });
  const { people } = await assignmentOf(deps, application, [asker]);
  const reasons = people.flatMap(({ against, candidate: { load, cap } }) => [
    ...against.filter((reason) => !ofOwnInvitation.includes(reason)),
    // This invitation is one of those that the load counts.
    ...(load > cap ? ['underLoadCap'] : []),
  ]);
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
}

const ofOwnInvitation: readonly string[] = ['alreadyInvited', 'enoughInvited', 'pairMixed', 'underLoadCap'];

async function tiesOfAccepting(deps: Deps, asker: Asker, organisationId: string): Promise<Tie[]> {
  return tiesOfReviewing(deps, requireVisible(await deps.store.person(asker.id)), organisationId);
}

/** A review of one's own; anyone else's is not found. */
export async function ownReview(deps: Pick<Deps, 'store'>, asker: Asker, reviewId: string) {
  const review = requireVisible(await deps.store.review(reviewId));
  return requireVisible(review.context.personId === asker.id ? review : null);
}
