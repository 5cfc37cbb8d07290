import { everything } from '../../../policies/view.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type AtSession, atSession } from './atSession.ts';

/** Calls the committee together: its members are told when, where and on how many files. */
export async function conveneSession(deps: Deps, asker: Asker, input: AtSession): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const change = applyToSession(session, { ...said, type: 'convene' }, { id: deps.ids.next() });
  await deps.store.commit({ changes: [change] });
}

/** Takes a session back before it opens, with the reason that its members read; its files wait for another one. */
export async function cancelSession(
  deps: Deps,
  asker: Asker,
  input: AtSession & { readonly reason: string },
): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const event = { ...said, type: 'cancel', reason: input.reason } as const;
  await deps.store.commit({ changes: [applyToSession(session, event, { id: deps.ids.next() })] });
}

/**
 * Ends an open session once each of its files is decided or deferred, or waits for the committee no more; whoever is in the room
 * leaves it. The service itself looks which do wait: the chair may be kept from knowing of one.
 */
export async function closeSession(deps: Deps, asker: Asker, input: AtSession): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const attendance = session.attendance.map((one) => ({ ...one, until: one.until ?? said.at }));
  const also = { attendance, closedAt: said.at };
  const files = await deps.store.seenBy(everything).applications(session.context.agenda);
  const waiting = files.filter(({ state }) => state === 'deliberation').map(({ id }) => id);
  const event = { ...said, type: 'close', waiting } as const;
  const change = applyToSession(session, event, { id: deps.ids.next() }, also);
  await deps.store.commit({ changes: [change] });
}
