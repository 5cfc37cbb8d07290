// Tier: all. Budget: 26 s.
import { expect } from 'chai';
import { enrolEarlier } from '../../../src/cli/living/accounts.ts';
import { organisations } from '../../../src/cli/living/organisations.ts';
import { type AtOtherTime, playScene } from '../../../src/cli/living/playScene.ts';
import { type Scene, scenesOn } from '../../../src/cli/living/scenes.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { EntryTimes } from '../../../src/commands/transparency/audit/entryTimes.ts';
import { handlers } from '../../../src/workers/handlers.ts';
import { runNext } from '../../../src/workers/relay.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const scenes = scenesOn('2026-11-02');
/** Where a file ends that goes on once it is there. */
const ends: Readonly<Record<string, string>> = { information: 'informationRequested', appealed: 'appealed' };
const silent = { error: () => {}, warn: () => {} };

describe('the files of the living demonstration', () => {
  let service: TestService;
  let atOtherTime: AtOtherTime;
  before(async () => {
    service = await testService('living');
    const { deps: usual, jobs } = service;
    atOtherTime = async (clock, work) => {
      const deps = { ...usual, clock };
      await work(deps, async () => {
        while (await runNext({ deps, jobs, handlers, worker: 'test', log: silent }));
      });
    };
    await enrolEarlier(usual);
  });
  after(() => service.stop());

  const play = (scene: Scene) => playScene(service.deps.clock, atOtherTime, scene);
  const fileOf = async (key: string) => {
    const owner = requireVisible(await service.deps.store.personByEmail(`${key}@specimen.example`));
    const [file] = await service.deps.store.applicationsOf(
      owner.memberships.map((one) => one.organisationId),
    );
    return requireVisible(file ?? null);
  };

  const labelOf = async (key: string) => {
    const { labelNumber } = (await fileOf(key)).context;
    return requireVisible(await service.deps.store.label(requireVisible(labelNumber)));
  };

  it('have an organisation each, and each a file', () => {
    expect(scenes.map(({ key }) => key).sort()).to.deep.equal(Object.keys(organisations).sort());
  });

  for (const scene of scenes)
    it(`lead ${scene.key} to ${ends[scene.key] ?? scene.until}, once`, async () => {
      await play(scene);
      const reached = await fileOf(scene.key);
      expect(reached.state).to.equal(ends[scene.key] ?? scene.until);
    });

  it('that were cut off go on where they were', async () => {
    const [scene] = scenes.filter(({ key }) => key === 'deliberation');
    const played = requireVisible(scene ?? null);
    const before = await fileOf(played.key);
    await play(played);
    expect(await fileOf(played.key)).to.deep.equal(before);
    expect(await service.deps.store.sessionsOn(before.id)).to.have.length(1);
  });

  it('leave something to everybody: what waits on labels, in sessions, in appeals and complaints', async () => {
    const { store } = service.deps;
    const label = await labelOf('declaration');
    const [owed] = await store.surveillancesOf([label.id]);
    expect([owed?.context.task, owed?.state]).to.deep.equal(['declaration', 'due']);
    expect((await labelOf('hearing')).context.hearing?.answered).to.equal(true);
    const [condition] = await store.conditionsOf((await labelOf('condition')).id);
    expect(condition?.state).to.equal('proofSubmitted');
    const [appeal] = await store.appealsOf((await fileOf('appealed')).id);
    expect(appeal?.state).to.equal('panelFormed');
    const [session] = await store.sessionsOn((await fileOf('deliberation')).id);
    expect(session?.state).to.equal('convened');
  });

  it('leave two registrations of one organisation to be joined, and a tie that somebody declared', async () => {
    const { store } = service.deps;
    expect((await store.duplicates(2)).map(({ count }) => count)).to.deep.equal([2]);
    const { id } = requireVisible(await store.personByEmail('member-7@specimen.example'));
    expect(await store.tiesOf(id)).to.have.length(1);
  });

  it('are entered in the public log at the time of the service, however long ago they are played', async () => {
    const now = service.deps.clock.now();
    const times = new EntryTimes([], now);
    const entries = await service.deps.store.logEntries(0, 10_000);
    const found = entries.map(({ entry }, i) => times.faultOf(i, JSON.parse(entry).time));
    expect(found.filter((fault) => fault !== null)).to.deep.equal([]);
    const types = new Set(entries.map(({ entry }) => JSON.parse(entry).type));
    expect([...types]).to.include.members(['issued', 'files', 'conformity', 'statusList']);
    const first = Math.min(...entries.map(({ entry }) => Date.parse(JSON.parse(entry).time)));
    expect(now.getTime() - first).to.be.below(86_400_000);
  });

  it('are specimens, every one of them', async () => {
    const { connection } = service;
    expect(await connection.collection('organisations').countDocuments({ specimen: { $ne: true } })).to.equal(
      0,
    );
    expect(await connection.collection('entries').countDocuments({ specimen: { $ne: true } })).to.equal(0);
    const names = Object.values(organisations).map(({ name }) => name);
    expect(names.filter((name) => !name.includes('Spécimen'))).to.deep.equal([]);
  });

  it('leave lists of revocations that hold today', async () => {
    const lists = await service.deps.store.statusLists();
    const now = service.deps.clock.now().toISOString();
    const until = lists.map(({ credential }) => JSON.parse(credential).validUntil);
    expect(until).to.not.deep.equal([]);
    expect(until.filter((end) => end <= now)).to.deep.equal([]);
  });

  it('have no job that could not be done', async () => {
    expect((await service.jobs.counts()).parked).to.equal(0);
  });
});
