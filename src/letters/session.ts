import { committeeOf } from '../commands/committee/session/committeeOf.ts';
import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type Cause, letter } from './letter.ts';
import { eventOf } from './subjects.ts';

/** What letters about a session to the committee's members have in common. */
const toCommittee = {
  topic: null,
  about: async ({ store }: Deps, { id }: Cause) => ({ session: requireVisible(await store.session(id)) }),
  to: (_: unknown, deps: Deps) => committeeOf(deps),
  path: ({ id }: Cause) => `sessions/${id}`,
};

/** Tells the committee's members that a session was convened. */
export const sessionConvened = letter({
  ...toCommittee,
  on: ['session.convened'],
  tells: ({ session: { place, context } }) => ({ when: context.plannedFor, place }),
  says: ({ when, place }, { time }) => ({ rows: { when: time(when), place } }),
});

/** Tells the committee's members that a session was cancelled, and why. */
export const sessionCancelled = letter({
  ...toCommittee,
  on: ['session.cancelled'],
  tells: ({ session, record }) => ({
    when: session.context.plannedFor,
    reason: eventOf(record, 'cancel').reason,
  }),
  says: ({ when, reason }, { time }) => ({ values: { when: time(when), reason } }),
});
