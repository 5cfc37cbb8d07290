import { isModeration } from '../../../policies/reviewTask.ts';
import { isReviewer } from '../../../policies/who.ts';
import { systemActor } from '../../common/actor.ts';
import { applyToApplication, applyToReview } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { openRound, withLastRound } from '../../file/openRound.ts';
import type { Review } from '../../items/items.ts';
import type { Change, Deps } from '../../ports/ports.ts';
import { hasConflict } from './barredFrom.ts';

/**
 * Takes a person out of the reviews they must no longer do (docs/design/workflow.md#application, conflictFound): each is void,
 * and its file looks for someone else. Who lost the role, the access or the admission leaves what is not delivered; who is tied
 * to the organisation, what is delivered as well. What is decided stands. Idempotent.
 */
export async function recusePerson(deps: Deps, personId: string): Promise<void> {
  const person = requireVisible(await deps.store.person(personId));
  const suspendedOn = (await deps.store.reviewer(personId))?.suspendedOn ?? null;
  const excluded = person.removedAt !== null || !isReviewer(person) || suspendedOn !== null;
  for (const review of await deps.store.reviewsBy(personId)) {
    const working = review.state === 'invited' || review.state === 'scoring';
    // What was settled between two reviews holds: both stand beside it, with its reasons.
    const scored = review.state === 'delivered' && !isModeration(review);
    const tied = (working || scored) && (await hasConflict(deps, person, review.organisationId));
    if (tied || (working && excluded)) await voidReview(deps, review);
  }
}

async function voidReview(deps: Pick<Deps, 'store' | 'clock' | 'ids'>, review: Review): Promise<void> {
  const { personId, applicationId } = review.context;
  const application = requireVisible(await deps.store.application(applicationId));
  const event = { type: 'conflictFound', at: deps.clock.now().toISOString(), actor: systemActor } as const;
  // Its questions belong to an evaluation that restarts: nobody waits for their answers.
  const open = openRound(application);
  const asked = open && { information: withLastRound(application, { ...open, answeredAt: event.at }) };
  const takesPart = application.context.reviewers.some((r) => r.personId === personId);
  // Refused where the file was decided meanwhile.
  await isDoneUnless(['refused'], async () => {
    const changes: Change[] = [applyToReview(deps, review, event)];
    if (takesPart) changes.push(applyToApplication(deps, application, { ...event, personId }, asked ?? {}));
    await deps.store.commit(changes);
  });
}
