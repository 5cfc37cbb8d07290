import type { VoteChoice } from '../../../workflow/sessionEvents.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { keptOut } from './committeeOf.ts';
import { openSessionOf } from './openSessionOf.ts';

type Word = Session['words'][number];

/** A member's own vote on a file, with its reason; it can be changed until the file is decided. */
export async function castVote(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly choice: VoteChoice; readonly reason: string },
): Promise<void> {
  const { applicationId, choice, reason } = input;
  // Others vote at the same time: theirs have nothing to do with this one.
  return retryOnConflict(async () => {
    const session = requireVisible(await openSessionOf(deps, applicationId));
    const application = requireVisible(await deps.store.application(applicationId));
    const reviews = await deps.store.reviewsOf(applicationId);
    const at = deps.clock.now().toISOString();
    const event = {
      type: 'vote',
      at,
      actor: await actorOn(deps, asker, application),
      applicationId,
      choice,
      reason,
      conflict: (await keptOut(deps, asker, { application, reviews })) !== null,
    } as const;
    const words = withWord(session, { applicationId, personId: asker.id, choice, reason, at });
    await deps.store.commit({
      changes: [applyToSession(session, event, { id: deps.ids.next() }, { words })],
    });
  });
}

/** What was said, with a newer word of the same person on the same file in the place of the older one. */
export function withWord({ words }: Pick<Session, 'words'>, word: Word): readonly Word[] {
  const others = words.filter(
    ({ applicationId, personId }) => applicationId !== word.applicationId || personId !== word.personId,
  );
  return [...others, word];
}
