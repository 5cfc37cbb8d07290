import { actorOn } from '../actor.ts';
import { found } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { takeOnSession } from '../take.ts';
import { untilTaken } from '../untilTaken.ts';
import { withWord } from './castVote.ts';
import { openSessionOf } from './openSessionOf.ts';

/** A member steps out of one file, or the chair notes it for them, with the reason; a vote that was cast is void. */
export async function recuseMember(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly personId: string; readonly reason: string },
): Promise<void> {
  const { applicationId, personId, reason } = input;
  return untilTaken(async () => {
    const session = found(await openSessionOf(deps, applicationId));
    const application = found(await deps.store.application(applicationId));
    const at = deps.clock.now().toISOString();
    const actor = await actorOn(deps, asker, application);
    const event = { type: 'recuse', at, actor, applicationId, personId, reason } as const;
    const words = withWord(session, { applicationId, personId, choice: null, reason, at });
    await deps.store.commit({ changes: [takeOnSession(session, event, { id: deps.ids.next() }, { words })] });
  });
}
