import { expect } from 'chai';
import type { Growth, PublishedCheckpoint } from '../../../src/commands/ports/logPorts.ts';
import { growLog } from '../../../src/commands/transparency/growLog.ts';
import { readEntries, readTile } from '../../../src/commands/transparency/readLog.ts';
import type { LetterDeps } from '../../../src/letters/letters.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { createBulk } from '../../../src/storage/register/createBulk.ts';
import { type Killed, mortal } from '../../support/run/mortal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { naiveRoot } from '../../support/transparency/naiveTree.ts';

describe('the public log', () => {
  let service: TestService;
  let entered = 0;
  /** What holds as it begins, which is entered first where nothing else waits. */
  let standing: readonly string[] = [];
  beforeEach(async () => {
    service = await testService('public-log');
    entered = 0;
    const { schemes } = service.deps;
    const published = [...schemes.values()].filter(({ scheme }) => scheme.status !== 'draft');
    standing = published.map(({ scheme }) => `criteria/${scheme.version}`);
  });
  afterEach(() => service.stop());

  const enter = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      entered += 1;
      await service.deps.store.enterInLog({
        source: `test/${entered}`,
        type: 'criteria',
        statement: { version: String(entered), digest: 'ab' },
      });
    }
  };
  /** Every entry in its place, under a head that is signed for it. */
  const requireWhole = async () => {
    const { store } = service.deps;
    const head = await store.logHead();
    const entries = await store.logEntries(0, 1000);
    const all = [...standing, ...Array.from({ length: entered }, (_, i) => `test/${i + 1}`)];
    expect(entries.map(({ source }) => source)).to.have.members(all);
    expect(entries.map(({ index }) => index)).to.deep.equal([...all.keys()]);
    const root = naiveRoot(entries.map(({ entry }) => Buffer.from(entry))).toString('base64');
    expect(head?.edge.size).to.equal(all.length);
    expect(head?.checkpoint?.note.split('\n').slice(0, 3)).to.deep.equal([
      'label.example/log',
      String(all.length),
      root,
    ]);
  };

  it('begins with what holds, and gives each entry its place once', async () => {
    const { deps } = service;
    await growLog(deps);
    await requireWhole();
    await enter(3);
    await deps.store.enterInLog({
      source: 'test/2',
      type: 'criteria',
      statement: { version: 'other', digest: 'cd' },
    });
    await growLog(deps);
    await growLog(deps);
    await requireWhole();
  });

  it('serves tiles and entries, full ones and parts of them, and nothing that is not there', async () => {
    const { deps } = service;
    await enter(300 - standing.length);
    await growLog(deps);
    await requireWhole();
    const full = await readTile(deps, 0, { n: 0, width: null });
    expect(full?.length).to.equal(8192);
    expect(await readTile(deps, 0, { n: 0, width: 3 })).to.deep.equal(full?.subarray(0, 96));
    expect((await readTile(deps, 0, { n: 1, width: 44 }))?.length).to.equal(44 * 32);
    expect((await readTile(deps, 1, { n: 0, width: 1 }))?.length).to.equal(32);
    const missing = [
      [0, { n: 1, width: 45 }],
      [0, { n: 1, width: null }],
      [0, { n: 2, width: 1 }],
      [1, { n: 0, width: 2 }],
      [2, { n: 0, width: 1 }],
    ] as const;
    for (const [level, ask] of missing) expect(await readTile(deps, level, ask)).to.equal(null);
    expect((await readEntries(deps, { n: 1, width: 44 }))?.length).to.equal(44);
    expect(await readEntries(deps, { n: 1, width: 45 })).to.equal(null);
    expect(await readEntries(deps, { n: 1, width: null })).to.equal(null);
  });

  it('has one head of each size, however many processes grow it at once', async () => {
    const { deps } = service;
    const signed = new Map<number, Set<string>>();
    const noting = { ...deps, issuing: { ...deps.issuing, signHead: noted(deps, signed) } };
    await enter(20);
    await Promise.all(Array.from({ length: 6 }, () => growLog(noting)));
    await enter(20);
    await Promise.all(Array.from({ length: 6 }, () => growLog(noting)));
    await growLog(noting);
    await requireWhole();
    for (const [size, roots] of signed) expect([...roots].length, String(size)).to.equal(1);
  });

  it('is whole and has one head of each size, wherever the process that grows it dies', async () => {
    const { deps, jobs, connection } = service;
    const signed = new Map<number, Set<string>>();
    const noting = { ...deps, issuing: { ...deps.issuing, signHead: noted(deps, signed) } };
    for (let lives = 1, killed = true; killed; lives += 1) {
      await enter(2);
      killed = await growLog(mortal({ deps: noting, jobs }, lives).deps).then(
        () => false,
        (_: Killed) => true,
      );
      // Another one came at once, and may do nothing yet; the lease of the dead lapses by itself.
      await enter(1);
      await connection.collection('logHeads').updateMany({}, { $set: { until: new Date(0) } });
      await growLog(noting);
      await requireWhole();
      expect(lives).to.be.below(30);
    }
    for (const [size, roots] of signed) expect([...roots].length, String(size)).to.equal(1);
  });

  it('has one head of each size where a process goes on after its lease lapsed and another one came', async () => {
    const { deps, connection } = service;
    const signed = new Map<number, Set<string>>();
    const noting = { ...deps, issuing: { ...deps.issuing, signHead: noted(deps, signed) } };
    /** Waits, before each of its steps, until another process has done all that there is to do. */
    const late = async <T>(step: () => Promise<T>) => {
      await connection.collection('logHeads').updateMany({}, { $set: { until: new Date(0) } });
      await enter(1);
      await growLog(noting);
      return step();
    };
    await growLog(noting);
    const { growLog: place, publishCheckpoint } = deps.store;
    const steps = {
      place: { growLog: (growth: Growth) => late(() => place(growth)) },
      publish: { publishCheckpoint: (head: PublishedCheckpoint) => late(() => publishCheckpoint(head)) },
    };
    for (const [name, step] of Object.entries(steps)) {
      await enter(2);
      await growLog({ ...noting, store: { ...deps.store, ...step } });
      await requireWhole();
      for (const [size, roots] of signed) expect([...roots].length, `${name} ${size}`).to.equal(1);
    }
  });

  it('says of labels that are added beside the workflow how they stand, once, before it begins and after', async () => {
    const { deps, connection } = service;
    const bulk = createBulk(connection);
    const label = (n: number) => ({ ...specimenEntry, number: labelNumber(2026, n) });
    await bulk.addEntries([label(1), label(2)]);
    await growLog(deps);
    await bulk.addEntries([label(3)]);
    await growLog(deps);
    const said = (await deps.store.logEntries(0, 100)).map(({ source }) => source);
    const numbers = [1, 2, 3].map((n) => `standing/${labelNumber(2026, n)}`);
    expect(said.filter((source) => source.startsWith('standing/'))).to.have.members(numbers);
    expect(await deps.store.waitingEntries(1)).to.deep.equal([]);
  });

  it('is left alone while another process grows it', async () => {
    const { deps } = service;
    await growLog(deps);
    expect((await deps.store.takeLog('another', 60_000))?.edge.size).to.equal(standing.length);
    await enter(1);
    await growLog(deps);
    expect((await deps.store.logHead())?.edge.size).to.equal(standing.length);
    await deps.store.leaveLog('somebody else');
    await growLog(deps);
    expect((await deps.store.logHead())?.edge.size).to.equal(standing.length);
    await deps.store.leaveLog('another');
    await growLog(deps);
    await requireWhole();
  });

  it('begins with no key of the log of another address, but in development', async () => {
    const { deps } = service;
    const begun = (specimen: boolean) =>
      growLog({ ...deps, specimen, publicUrl: 'https://other.example' }).then(
        () => 'begun',
        (error: { cause: string }) => error.cause,
      );
    // The keys of this test are those of label.example.
    await deps.issuing.logKey().then((key) => key ?? deps.issuing.makeLogKey('label.example/log'));
    expect(await begun(false)).to.include('label.example/log, and this one is other.example/log');
    expect(await deps.store.logHead()).to.equal(null);
    expect(await begun(true)).to.equal('begun');
  });

  it('signs with no other key than it began with', async () => {
    const { deps } = service;
    await growLog(deps);
    await enter(1);
    const { issuing } = deps;
    const other = { origin: 'label.example/log', vkey: 'label.example/log+00000000+AA==', signed: 0 };
    for (const key of [other, null]) {
      const without = { ...deps, issuing: { ...issuing, logKey: async () => key } };
      const refused = await growLog(without).catch((error: Error) => error);
      expect(refused).to.have.property('code', 'issuerUnavailable');
    }
  });
});

/** Signs heads and notes the roots that were signed for each size. */
function noted({ issuing }: LetterDeps, signed: Map<number, Set<string>>): LetterDeps['issuing']['signHead'] {
  return (head) => {
    const roots = signed.get(head.size) ?? new Set();
    signed.set(head.size, roots.add(Buffer.from(head.root).toString('hex')));
    return issuing.signHead(head);
  };
}
