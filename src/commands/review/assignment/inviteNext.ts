import { isModeration } from '../../../policies/reviewTask.ts';
import { everything } from '../../../policies/view.ts';
import { systemActor } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Deps } from '../../ports/ports.ts';
import { invitation } from './invitation.ts';
import { suggestReviewers } from './suggestReviewers.ts';

/**
 * After someone fell away from a file that looks for its reviewers, or for who settles their reviews, invites the best fit who was never asked for it, as the
 * service itself. `recordId` is the line that told of it: run twice for one line, it invites once.
 */
export async function inviteNext(deps: Deps, reviewId: string, recordId: string): Promise<void> {
  if (!deps.procedure.nextCandidate) return;
  const store = deps.store.seenBy(everything);
  const review = requireVisible(await store.review(reviewId));
  await retryOnConflict(async () => {
    const application = requireVisible(await store.application(review.context.applicationId));
    if (application.state !== (isModeration(review) ? 'moderation' : 'assignment')) return;
    const { team, rule, suggestions } = await suggestReviewers({ ...deps, store }, application);
    const next = suggestions.find(({ against, asked }) => against.length === 0 && !asked);
    if (next === undefined || team.length >= rule.size) return;
    await store.commit({
      changes: invitation(deps, application, {
        at: deps.clock.now().toISOString(),
        actor: systemActor,
        personId: next.person.id,
        substitute: false,
        ids: { review: deps.ids.next(), invited: `${recordId}-invited`, noted: `${recordId}-noted` },
      }),
    });
  });
}
