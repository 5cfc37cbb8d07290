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
  tells: ({ session: { place, context, id }, record }) => ({
    when: context.plannedFor,
    place,
    session: id,
    sequence: record.seq,
    toldAt: record.at,
  }),
  says: ({ when, place, session, sequence, toldAt }, { time }) => ({
    rows: { when: time(when), place },
    meeting: { name: `sessions/${session}`, at: when, place, sequence, toldAt },
  }),
});

/** Tells the committee's members that a session was cancelled, and why. */
export const sessionCancelled = letter({
  ...toCommittee,
  on: ['session.cancelled'],
  tells: ({ session, record }) => ({
    when: session.context.plannedFor,
    place: session.place,
    session: session.id,
    sequence: record.seq,
    toldAt: record.at,
    reason: eventOf(record, 'cancel').reason,
  }),
  says: ({ when, place, session, sequence, toldAt, reason }, { time }) => ({
    values: { when: time(when), reason },
    meeting: { name: `sessions/${session}`, at: when, place, sequence, toldAt, cancelled: true },
  }),
});
