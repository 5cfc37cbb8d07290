import { actorOn } from '../../common/actor.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { withWord } from './castVote.ts';
import { keptOut } from './committeeOf.ts';
import { openSessionOf } from './openSessionOf.ts';

/**
 * A member steps out of one file, or who chairs it notes it for them, with the reason; a vote that was cast is void. Once votes are
 * cast the chair's word alone does it no more: it takes the person's own, or a tie or earlier part that is stored.
 */
export async function recuseMember(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly personId: string; readonly reason: string },
): Promise<void> {
  const { applicationId, personId, reason } = input;
  return retryOnConflict(async () => {
    const session = requireVisible(await openSessionOf(deps, applicationId));
    const application = requireVisible(await deps.store.application(applicationId));
    const reviews = await deps.store.reviewsOf(applicationId);
    const person = requireVisible(await deps.store.person(personId));
    const at = deps.clock.now().toISOString();
    const event = {
      type: 'recuse',
      at,
      actor: await actorOn(deps, asker, application),
      applicationId,
      personId,
      reason,
      conflict: (await keptOut(deps, person, { application, reviews })) !== null,
    } as const;
    const noted = personId === asker.id ? {} : { by: asker.id };
    const words = withWord(session, { applicationId, personId, choice: null, reason, at, ...noted });
    await deps.store.commit({
      changes: [applyToSession(session, event, { id: deps.ids.next() }, { words })],
    });
  });
}
