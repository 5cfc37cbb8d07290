import { isModeration } from '../../../policies/reviewTask.ts';
import { isReviewer } from '../../../policies/who.ts';
import { systemActor } from '../../common/actor.ts';
import { applyToApplication, applyToReview } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { openRound, withLastRound } from '../../file/openRound.ts';
import type { Person, Review } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { hasConflict } from './barredFrom.ts';

/**
 * Takes a person out of the reviews they must not do any more (docs/design/workflow.md#application, conflictFound): each is
 * void, and its file looks for someone else. Who lost the role, the access or the admission leaves what is not delivered; who
 * is tied to the organisation, that as well. What is decided stands. Done twice, it does nothing the second time.
 */
export async function recusePerson(deps: Deps, personId: string): Promise<void> {
  const person = requireVisible(await deps.store.person(personId));
  const profile = await deps.store.reviewer(personId);
  const excluded =
    person.removedAt !== null || !isReviewer(person) || (profile?.suspendedOn ?? null) !== null;
  for (const review of await deps.store.reviewsBy(personId)) {
    if (await mustLeave(deps, person, excluded, review)) await voidReview(deps, review);
  }
}

async function mustLeave(deps: Deps, person: Person, excluded: boolean, review: Review): Promise<boolean> {
  const { state, organisationId } = review;
  const working = state === 'invited' || state === 'scoring';
  if (working && excluded) return true;
  // What was settled between two reviews holds: those stand beside it, and the reasons with it.
  const scored = state === 'delivered' && !isModeration(review);
  return (working || scored) && hasConflict(deps, person, organisationId);
}

async function voidReview(deps: Pick<Deps, 'store' | 'clock' | 'ids'>, review: Review): Promise<void> {
  const { personId, applicationId } = review.context;
  const application = requireVisible(await deps.store.application(applicationId));
  const event = { type: 'conflictFound', at: deps.clock.now().toISOString(), actor: systemActor } as const;
  // The questions were those of an evaluation that begins anew: nobody waits for their answers.
  const open = openRound(application);
  const asked = open && { information: withLastRound(application, { ...open, answeredAt: event.at }) };
  const takesPart = application.context.reviewers.some((r) => r.personId === personId);
  // Decided meanwhile: the file takes no such event any more.
  await isDoneUnless(['refused'], () =>
    deps.store.commit([
      applyToReview(deps, review, event),
      ...(takesPart ? [applyToApplication(deps, application, { ...event, personId }, asked ?? {})] : []),
    ]),
  );
}
