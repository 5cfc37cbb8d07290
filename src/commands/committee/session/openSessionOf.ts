import type { Session } from '../../items/decidingItems.ts';
import type { Deps } from '../../ports/ports.ts';

/** The session in which the committee sits on a file now: it is open and has not dealt with it yet; null when there is none. */
export async function openSessionOf(
  { store }: Pick<Deps, 'store'>,
  applicationId: string,
): Promise<Session | null> {
  const on = await store.sessionsOn(applicationId);
  return on.find((session) => session.state === 'open' && !conclusionOf(session, applicationId)) ?? null;
}

/** How a session ended for one of its files; undefined while it has not. */
export function conclusionOf({ context }: Pick<Session, 'context'>, applicationId: string) {
  return context.concluded.find((one) => one.applicationId === applicationId);
}
