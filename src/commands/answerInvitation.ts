import { actorTowards } from './actor.ts';
import { found } from './found.ts';
import type { Asker, Deps } from './ports.ts';
import { takeOnReview } from './take.ts';

type Input =
  | { readonly reviewId: string; readonly accept: true; readonly noConflictDeclared: boolean }
  | { readonly reviewId: string; readonly accept: false; readonly reason: string };

/** The invited person accepts, declaring no conflict, or declines with a reason. */
export async function answerInvitation(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const review = await ownReview(deps, asker, input.reviewId);
  const application = found(await deps.store.application(review.context.applicationId));
  const said = {
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, application.context.organisationId),
  };
  const event = input.accept
    ? ({ ...said, type: 'accept', noConflictDeclared: input.noConflictDeclared } as const)
    : ({ ...said, type: 'decline', reason: input.reason } as const);
  await deps.store.commit({ changes: [takeOnReview(review, event, { id: deps.ids.next() })] });
}

/** A review of one's own; anyone else's is not found. */
export async function ownReview(deps: Deps, asker: Asker, reviewId: string) {
  const review = found(await deps.store.review(reviewId));
  return found(review.context.personId === asker.id ? review : null);
}
