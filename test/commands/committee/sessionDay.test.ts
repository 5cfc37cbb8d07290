import { expect } from 'chai';
import { noteAttendance } from '../../../src/commands/committee/session/attendance.ts';
import { conveneSession, openSession } from '../../../src/commands/committee/session/moveSession.ts';
import { changePlan } from '../../../src/commands/committee/session/planSession.ts';
import { viewSession } from '../../../src/commands/committee/views/viewSession.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { viewDay } from '../../../src/commands/desk/day/viewDay.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { Cast } from '../../support/applicationSteps.ts';
import { sessionVersion } from '../../support/committeeSession.ts';
import { plannedSession } from '../../support/plannedSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import type { TestService } from '../../support/run/service.ts';

describe('the day of a session', () => {
  let service: TestService;
  let cast: Cast;
  let session: string;
  before(async () => {
    ({ service, cast, session } = await plannedSession('sessionDay'));
  });
  after(() => service.stop());

  const at = () => sessionVersion(service.deps, session);
  const convene = async () => {
    await conveneSession(service.deps, cast.officer, await at());
    await service.work();
  };
  const open = async (...more: readonly Person[]) => {
    const present = [...cast.committee, ...more].map(({ id }) => id);
    return refusalOf(openSession(service.deps, cast.committee[0], { ...(await at()), present }));
  };
  const convened = ({ email }: Person) =>
    service.letters.filter(({ kind, to }) => kind === 'sessionConvened' && to === email).length;

  it('is the one that it was convened for, from midnight to midnight in Geneva', async () => {
    await convene();
    for (const instant of [
      '2026-12-02T22:50:00.000Z',
      '2026-12-03T23:00:00.000Z',
      '2027-01-01T17:30:00.000Z',
    ]) {
      service.setClock(instant);
      expect(await open(), instant).to.equal('refused onItsDay');
    }
  });

  it('is convened anew when it changes, and those who are invited then are told', async () => {
    const moved = '2026-12-10T17:30:00.000Z';
    const { agenda } = requireVisible(await service.deps.store.session(session)).context;
    service.setClock('2026-12-02T08:00:00.000Z');
    await changePlan(service.deps, cast.officer, {
      ...(await at()),
      ...{ plannedFor: moved, place: 'Là', agenda },
    });
    service.setClock(moved);
    expect(await open(), 'planned, and not convened').to.equal('refused wrongState');
    await convene();
    expect(cast.committee.map(convened)).to.deep.equal([2, 2, 2]);
  });

  it('brings together who was invited, at its opening and later', async () => {
    const late = await service.person('late', 'committee');
    expect(await open(late)).to.equal('refused invitedOnly');
    const { members } = await viewSession(service.deps, cast.committee[0], session);
    expect(
      members.map(({ id }) => id),
      'offered',
    ).to.have.members(cast.committee.map(({ id }) => id));
    expect(await open()).to.equal('taken');
    for (const by of [late, cast.committee[0]]) {
      const coming = noteAttendance(service.deps, by, { ...(await at()), personId: late.id, here: true });
      expect(await refusalOf(coming), by.name).to.include('invitedOnly');
    }
  });

  it('shows the session under way to those who meet it, and to nobody else', async () => {
    const shown = async (person: Person) => {
      const { waits } = await viewDay(service.deps, person);
      return waits.lines.filter(({ path }) => path === `sessions/${session}`).map(({ what }) => what);
    };
    for (const person of [...cast.committee, cast.officer])
      expect(await shown(person), person.name).to.deep.equal(['digest.what.sessionOpen']);
    expect(await shown(cast.reviewers[0])).to.deep.equal([]);
  });
});
