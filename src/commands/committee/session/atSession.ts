import { actorOf } from '../../common/actor.ts';
import { unchanged } from '../../common/requireVisible.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownSession } from './ownSession.ts';

/** Which session, and which state of it the person saw. */
export interface AtSession {
  readonly sessionId: string;
  readonly revision: number;
}

/** A session as the person saw it, with what goes with every event on it: when, and who. */
export async function atSession(
  deps: Deps,
  asker: Asker,
  { sessionId, revision }: AtSession,
): Promise<{
  readonly session: Session;
  readonly said: { readonly at: string; readonly actor: ReturnType<typeof actorOf> };
}> {
  const session = await ownSession(deps, asker, sessionId);
  unchanged(session, revision);
  return { session, said: { at: deps.clock.now().toISOString(), actor: actorOf(asker) } };
}
