import { committeeOf } from '../commands/committee/session/committeeOf.ts';
import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Session } from '../commands/items/decidingItems.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type Cause, letter } from './letter.ts';
import { eventOf } from './subjects.ts';

/** Tells the committee's members that a session was convened. */
export const sessionConvened = letter({
  on: ['session.convened'],
  topic: null,
  about: theSession,
  to: (_, deps) => committeeOf(deps),
  path: ({ id }) => `sessions/${id}`,
  tells: ({ session: { place, context } }) => ({ when: context.plannedFor, place }),
  says: ({ when, place }, { time }) => ({ rows: { when: time(when), place } }),
});

/** Tells the committee's members that a session was cancelled, and why. */
export const sessionCancelled = letter({
  on: ['session.cancelled'],
  topic: null,
  about: theSession,
  to: (_, deps) => committeeOf(deps),
  path: ({ id }) => `sessions/${id}`,
  tells: ({ session, record }) => ({
    when: session.context.plannedFor,
    reason: eventOf(record, 'cancel').reason,
  }),
  says: ({ when, reason }, { time }) => ({ values: { when: time(when), reason } }),
});

async function theSession({ store }: Deps, { id }: Cause): Promise<{ readonly session: Session }> {
  return { session: requireVisible(await store.session(id)) };
}
