import type { Asker, Deps } from '../ports.ts';
import { takeOnSession } from '../take.ts';
import { type AtSession, atSession } from './atSession.ts';
import { committeeOf } from './committeeOf.ts';

/** The chair notes that a member came into the room or left it; from then on they count, or count no more. */
export async function noteAttendance(
  deps: Deps,
  asker: Asker,
  input: AtSession & { readonly personId: string; readonly here: boolean },
): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const { personId, here } = input;
  const member = (await committeeOf(deps)).some(({ id }) => id === personId);
  const event = here
    ? ({ ...said, type: 'arrive', personId, member } as const)
    : ({ ...said, type: 'leave', personId } as const);
  const attendance = here
    ? [...session.attendance, { personId, from: said.at, until: null }]
    : session.attendance.map((one) =>
        one.personId === personId && one.until === null ? { ...one, until: said.at } : one,
      );
  const change = takeOnSession(session, event, { id: deps.ids.next() }, { attendance });
  await deps.store.commit({ changes: [change] });
}
