import { applyToSession } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type AtSession, atSession } from './atSession.ts';
import { committeeOf } from './committeeOf.ts';

/** Who comes or goes; the reason is for a departure that someone else notes. */
export interface Attendance extends AtSession {
  readonly personId: string;
  readonly here: boolean;
  readonly reason?: string;
}

/**
 * The chair notes that a member came into the room or left it, or a person says so of themself. Whoever left votes no more;
 * what they voted before counts.
 */
export async function noteAttendance(deps: Deps, asker: Asker, input: Attendance): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const { personId, here, reason = '' } = input;
  const member = (await committeeOf(deps)).some(({ id }) => id === personId);
  const event = here
    ? ({ ...said, type: 'arrive', personId, member } as const)
    : ({ ...said, type: 'leave', personId, reason } as const);
  const noted = personId === asker.id ? {} : { noted: { by: asker.id, reason } };
  const attendance = here
    ? [...session.attendance, { personId, from: said.at, until: null }]
    : session.attendance.map((one) =>
        one.personId === personId && one.until === null ? { ...one, until: said.at, ...noted } : one,
      );
  const change = applyToSession(session, event, { id: deps.ids.next() }, { attendance });
  await deps.store.commit({ changes: [change] });
}
