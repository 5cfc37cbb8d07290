import { noteAttendance, takeChair } from '../../../src/commands/committee/session/attendance.ts';
import { minutesOf, signMinutes } from '../../../src/commands/committee/session/minutesOf.ts';
import {
  cancelSession,
  closeSession,
  conveneSession,
  openSession,
} from '../../../src/commands/committee/session/moveSession.ts';
import { changePlan, planSession } from '../../../src/commands/committee/session/planSession.ts';
import { reviseMinutes } from '../../../src/commands/committee/session/writeMinutes.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Session } from '../../../src/commands/items/decidingItems.ts';
import { dayOf } from '../../../src/register/day.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { isChaired, onTable, waitingForCommittee } from '../sittings.ts';
import { reason } from '../targets.ts';

const sessionsIn =
  (...states: readonly Session['state'][]) =>
  (known: Known) =>
    known.all('committeeSessions').filter(({ state }) => states.includes(state));
const sessionAt = ({ id, revision }: Session) => ({ sessionId: id, revision });
/** Files that wait for the committee and are on no agenda to come. */
const waiting = (known: Known) => {
  const planned = sessionsIn('planned', 'convened', 'open')(known).flatMap(({ context }) => context.agenda);
  return waitingForCommittee(known)
    .map(({ file }) => file)
    .filter(({ id }) => !planned.includes(id));
};
const place = 'Salle des spécimens';

/** The committee meets, now and then with too few; members come late and leave early, and the chair with them. */
export const moves = [
  move({
    name: 'planSession',
    weight: 12,
    targets: (known) => (waiting(known).length > 0 ? [waiting(known).map(({ id }) => id)] : []),
    act: async ({ at, staff }, agenda, draw) => {
      const [deps, officer] = await at('sessions', draw.one(staff.officers));
      await planSession(deps, officer, { plannedFor: deps.clock.now().toISOString(), place, agenda });
    },
  }),
  move({
    name: 'changePlan',
    targets: sessionsIn('planned', 'convened'),
    act: async ({ at, staff }, session, draw) => {
      const [deps, officer] = await at('sessions', draw.one(staff.officers));
      const plannedFor = deps.clock.now().toISOString();
      await changePlan(deps, officer, { ...sessionAt(session), ...session.context, plannedFor, place });
    },
  }),
  move({
    name: 'conveneSession',
    weight: 16,
    targets: sessionsIn('planned'),
    act: async ({ at, staff }, session, draw) => {
      const [deps, officer] = await at('sessions', draw.one(staff.officers));
      await conveneSession(deps, officer, sessionAt(session));
    },
  }),
  move({
    name: 'cancelSession',
    weight: 1 / 4,
    targets: sessionsIn('planned', 'convened'),
    act: async ({ at, staff }, session, draw) => {
      const [deps, officer] = await at('sessions', draw.one(staff.officers));
      await cancelSession(deps, officer, { ...sessionAt(session), reason });
    },
  }),
  move({
    name: 'openSession',
    weight: 16,
    targets: sessionsIn('convened'),
    act: async ({ at, staff }, session, draw) => {
      const [deps, chair] = await at('sessions', draw.one(staff.committee.slice(0, 2)));
      const size = draw.once(4) ? 2 : 4 + draw.whole(3);
      const others = staff.committee.filter((id) => id !== chair.id);
      const first = draw.whole(others.length);
      const present = [chair.id, ...others.slice(first), ...others.slice(0, first)].slice(0, size);
      const today = deps.clock.now().toISOString();
      let here = session;
      if (dayOf(session.context.plannedFor) !== dayOf(today)) {
        // Its day went by: the committee is called together anew.
        const moved = { ...session.context, plannedFor: today, place };
        await changePlan(deps, chair, { ...sessionAt(session), ...moved });
        const planned = requireVisible(await deps.store.session(session.id));
        await conveneSession(deps, chair, sessionAt(planned));
        here = requireVisible(await deps.store.session(session.id));
      }
      await openSession(deps, chair, { ...sessionAt(here), present });
    },
  }),
  move({
    name: 'noteAttendance',
    weight: 1 / 2,
    targets: sessionsIn('open'),
    act: async ({ at, staff }, session, draw) => {
      const personId = draw.one(staff.committee);
      const here = !session.context.present.includes(personId);
      // Who leaves says so; who comes late is noted by the chair.
      const [deps, asker] = await at('sessions', here ? (session.context.chair ?? personId) : personId);
      await noteAttendance(deps, asker, { ...sessionAt(session), personId, here, reason });
    },
  }),
  move({
    name: 'takeChair',
    weight: 20,
    targets: (known) => onTable(known).filter((sitting) => !isChaired(sitting)),
    act: async ({ at }, { session, file, item }, draw) => {
      const [deps, asker] = await at('sessions', draw.one(session.context.present));
      const chaired = draw.once(2) ? { applicationId: null } : { applicationId: file.id, item };
      await takeChair(deps, asker, { ...sessionAt(session), ...chaired, reason });
    },
  }),
  move({
    name: 'takeChairOfOther',
    weight: 1 / 4,
    targets: sessionsIn('open', 'closed'),
    act: async ({ at, staff }, session, draw) => {
      const [deps, asker] = await at('sessions', draw.one(staff.committee));
      await takeChair(deps, asker, { ...sessionAt(session), applicationId: null, reason });
    },
  }),
  move({
    name: 'closeSession',
    weight: 12,
    targets: (known) =>
      sessionsIn('open')(known).filter(({ id }) => !onTable(known).some(({ session }) => session.id === id)),
    act: async ({ at }, session) => {
      const [deps, chair] = await at('sessions', requireVisible(session.context.chair));
      // Who left comes back to close it.
      if (session.context.present.includes(chair.id)) await closeSession(deps, chair, sessionAt(session));
      else
        await noteAttendance(deps, chair, { ...sessionAt(session), personId: chair.id, here: true, reason });
    },
  }),
  move({
    name: 'signMinutes',
    weight: 28,
    targets: sessionsIn('closed'),
    act: async ({ at }, session, draw) => {
      const { chair, attended, signedBy } = session.context;
      const first = chair !== null && !signedBy.includes(chair) ? chair : draw.one(attended);
      const [deps, member] = await at('sessions', first);
      const { digest } = await minutesOf(deps, session);
      await signMinutes(deps, member, { ...sessionAt(session), minutes: digest });
    },
  }),
  move({
    name: 'reviseMinutes',
    weight: 1 / 4,
    targets: sessionsIn('closed'),
    act: async ({ at }, session) => {
      const [deps, chair] = await at('sessions', requireVisible(session.context.chair));
      await reviseMinutes(deps, chair, { ...sessionAt(session), remarks: reason });
    },
  }),
];
