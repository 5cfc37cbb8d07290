import { LabelError } from '../../../errors.ts';
import { sitsOrServes } from '../../../policies/who.ts';
import { actorOf } from '../../common/actor.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

export type SessionInput = ItemInput<'sessionId'>;

/** A session at the revision that the person read, with time and actor of an event on it. */
export async function sessionInProgress(deps: Deps, asker: Asker, { sessionId, revision }: SessionInput) {
  const session = requireRevision(await ownSession(deps, asker, sessionId), revision);
  return { session, eventMeta: { at: deps.clock.now().toISOString(), actor: actorOf(asker) } };
}

/** A session of the committee, for its members and for the officers who serve it. */
export async function ownSession(deps: Pick<Deps, 'store'>, asker: Asker, sessionId: string) {
  if (!sitsOrServes(asker)) throw new LabelError('forbidden');
  return requireVisible(await deps.store.session(sessionId));
}

/** The open session that has not concluded a file yet; null when there is none. */
export async function openSessionOf({ store }: Pick<Deps, 'store'>, applicationId: string) {
  const on = await store.sessionsOn(applicationId);
  return on.find((session) => session.state === 'open' && !conclusionOf(session, applicationId)) ?? null;
}

/** How a session ended for one of its files; undefined while it has not. */
export function conclusionOf({ context }: Pick<Session, 'context'>, applicationId: string) {
  return context.concluded.find((one) => one.applicationId === applicationId);
}
