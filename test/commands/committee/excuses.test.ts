import { expect } from 'chai';
import { excuseOneself } from '../../../src/commands/committee/session/excuse.ts';
import { conveneSession, openSession } from '../../../src/commands/committee/session/moveSession.ts';
import { changePlan } from '../../../src/commands/committee/session/planSession.ts';
import { viewSession } from '../../../src/commands/committee/views/viewSession.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { viewDay } from '../../../src/commands/desk/day/viewDay.ts';
import { digestOf } from '../../../src/commands/desk/digest/digestOf.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import type { Cast } from '../../support/applicationSteps.ts';
import { sessionVersion } from '../../support/committeeSession.ts';
import { plannedFor, plannedSession } from '../../support/plannedSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import type { TestService } from '../../support/run/service.ts';

describe('an excuse before a session', () => {
  let service: TestService;
  let cast: Cast;
  let session: string;
  let organisationId: string;
  before(async () => {
    ({ service, cast, session, organisationId } = await plannedSession('excuses'));
  });
  after(() => service.stop());

  const at = () => sessionVersion(service.deps, session);
  const convene = async () => {
    await conveneSession(service.deps, cast.officer, await at());
  };
  const open = async () => {
    const present = cast.committee.map(({ id }) => id);
    return refusalOf(openSession(service.deps, cast.committee[0], { ...(await at()), present }));
  };

  it('is counted out of the quorum of the session and of each file, shown to who meets it, and taken back until the opening', async () => {
    const [chair, first, second] = cast.committee;
    const excuse = async (person: Person, comes: boolean) =>
      refusalOf(excuseOneself(service.deps, person, { ...(await at()), comes }));
    /** Who is expected, how many of them could vote on the file, and what My day and its e-mail call the session. */
    const seen = async (person: Person) => {
      const { expected, files, blockers } = await viewSession(service.deps, person, session);
      const { next } = await viewDay(service.deps, person);
      const { lines } = await digestOf(service.deps, person);
      const titles = [...next.lines, ...lines].filter(({ path }) => path.endsWith(session));
      return {
        expected: cast.committee.filter(({ id }) => expected.includes(id)).map(({ name }) => name),
        onFile: files.map((file) => file.expected),
        told: titles.map(({ what }) => what.replace('digest.what.', '')),
        may: [blockers.excuse, blockers.takeExcuseBack].map((reasons) => reasons.join()),
      };
    };
    const names = cast.committee.map(({ name }) => name);
    const near = { told: ['session', 'session'], may: ['', 'excusedBefore'] };
    service.setClock('2026-12-02T08:00:00.000Z');
    await convene();
    expect(await seen(chair)).to.deep.equal({ expected: names, onFile: [3], ...near });
    expect(await excuse(cast.officer, false)).to.include('byCommittee');
    expect(await excuse(first, true)).to.equal('refused excusedBefore');

    expect([await excuse(second, false), await excuse(second, false)]).to.deep.equal([
      'taken',
      'refused notExcusedYet',
    ]);
    const without = { expected: [chair.name, first.name], onFile: [2] };
    const short = { ...near, told: ['quorumShort', 'quorumShort'] };
    expect(await seen(chair), 'to the chair').to.deep.equal({ ...without, ...short });
    expect((await seen(cast.officer)).told, 'on My day of an officer').to.deep.equal(['quorumShort']);
    expect(await seen(second), 'to oneself').to.deep.equal({
      ...without,
      ...{ told: [], may: ['notExcusedYet', ''] },
    });
    expect(await excuse(second, true)).to.equal('taken');
    expect(await seen(chair)).to.deep.equal({ expected: names, onFile: [3], ...near });

    const file = requireVisible(await service.deps.store.session(session)).context.agenda;
    const plan = async (plannedFor: string) =>
      changePlan(service.deps, cast.officer, { ...(await at()), plannedFor, place: 'Là', agenda: file });
    await excuse(second, false);
    for (const [hour, expected] of [
      [plannedFor, without.expected],
      ['2026-12-03T18:00:00.000Z', names],
      [plannedFor, names],
    ] as const) {
      await plan(hour);
      expect(await excuse(first, false), 'not convened').to.equal('refused wrongState');
      await convene();
      expect((await seen(chair)).expected, hour).to.deep.equal(expected);
    }
    const late = await service.person('late', 'committee');
    expect(await excuse(late, false)).to.equal('refused invitedOnly');
    await declareTie(service.deps, first, {
      ...{ kind: 'kin', share: null, since: '2026-01-01', note: '', personId: first.id },
      organisationId,
    });
    expect(await seen(chair), 'who is tied is expected, and does not vote on the file').to.deep.include({
      expected: names,
      onFile: [2],
    });
    await excuse(second, false);
    service.setClock(plannedFor);
    expect(await open(), 'who comes all the same sits').to.equal('taken');
    expect(await excuse(second, true), 'too late to take it back').to.equal('refused wrongState');
  });
});
