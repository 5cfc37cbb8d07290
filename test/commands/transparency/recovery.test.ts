import { expect } from 'chai';
import { keptHead, policyOf } from '../../../src/cli/logAudit/believed.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { growLog } from '../../../src/commands/transparency/growLog.ts';
import { repairLog } from '../../../src/commands/transparency/repairLog.ts';
import { resumeLog } from '../../../src/commands/transparency/resumeLog.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('the public log after a loss', () => {
  let service: TestService;
  let entered = 0;
  beforeEach(async () => {
    service = await testService('log-recovery');
    entered = 0;
    await grown(300);
  });
  afterEach(() => service.stop());

  const enter = async (count: number) => {
    const entering = Array.from({ length: count }, (_, i) => ({
      source: `test/${entered + i}`,
      type: 'criteria' as const,
      statement: { version: String(entered + i), digest: 'ab' },
    }));
    entered += count;
    await service.deps.store.enterInLog(...entering);
  };
  const grown = async (count: number) => {
    await enter(count);
    await growLog(service.deps);
  };
  const head = async () => requireVisible(await service.deps.store.logHead());
  const note = async () => requireVisible((await head()).checkpoint).note;
  /** A head as somebody kept it. */
  const kept = async (text: string) => {
    const { vkey } = await head();
    return keptHead(Buffer.from(text), 'kept', policyOf({ v: 1, log: vkey, witnesses: [], quorum: 0 }));
  };
  const growing = () =>
    growLog(service.deps).then(
      () => 'it grew',
      ({ code, cause }) => [code, cause],
    );

  it('signs nothing after a restore until it is shown that nothing was published since', async () => {
    const { deps } = service;
    const early = await note();
    await grown(5);
    const last = await note();
    const { size } = (await head()).edge;
    await deps.store.holdLog(true);
    await enter(1);
    const [code, cause] = await growing();
    expect(code).to.equal('issuerUnavailable');
    expect(cause).to.match(
      new RegExp(`restored with ${size} entries, and signs nothing until .made-in-ess log resume FILE`),
    );
    expect([(await head()).edge.size, await note()]).to.deep.equal([size, last]);
    const published = await kept(last);
    const longer = { ...published, size: size + 1 };
    const other = { ...published, root: Buffer.alloc(32) };
    const otherEarly = { ...(await kept(early)), root: Buffer.alloc(32) };
    expect(await resumeLog(deps, longer)).to.equal('longer');
    expect(await resumeLog(deps, other)).to.equal('other');
    expect(await resumeLog(deps, otherEarly)).to.equal('other');
    expect((await growing())[0]).to.equal('issuerUnavailable');
    expect(await resumeLog(deps, published)).to.equal(null);
    expect(await growing()).to.equal('it grew');
    expect((await head()).checkpoint?.size).to.equal(size + 1);
  });

  it('makes tiles anew that were lost or damaged, and goes on', async () => {
    const { deps, connection } = service;
    await grown(300);
    expect(await repairLog(deps)).to.equal(0);
    const tiles = () =>
      connection
        .collection<{ _id: string }>('logTiles')
        .find({}, { sort: { _id: 1 } })
        .toArray();
    const [before, edge] = [await tiles(), (await head()).edge];
    expect(before.map(({ _id }) => _id)).to.deep.equal(['0/0', '0/1']);
    await connection.collection<{ _id: string }>('logTiles').deleteOne({ _id: '0/0' });
    await connection
      .collection<{ _id: string }>('logTiles')
      .updateOne({ _id: '0/1' }, { $set: { bytes: Buffer.alloc(8192) } });
    await connection.collection('logHeads').updateMany({}, { $set: { levels: [] } });
    expect(await repairLog(deps)).to.equal(3);
    expect(await tiles()).to.deep.equal(before);
    expect((await head()).edge).to.deep.equal(edge);
    expect(await repairLog(deps)).to.equal(0);
    await grown(1);
    expect(await repairLog(deps)).to.equal(0);
  });

  it('mends nothing where the entries are not those that were published', async () => {
    const { deps, connection } = service;
    const entries = connection.collection<{ _id: string; entry: string }>('logEntries');
    const whole = requireVisible(await entries.findOne({ index: 7 }));
    await connection.collection('logTiles').deleteMany({});
    await entries.updateOne({ index: 7 }, { $set: { entry: whole.entry.replace('criteria', 'key') } });
    expect(await repairLog(deps)).to.equal(null);
    await entries.deleteOne({ index: 7 });
    expect(await repairLog(deps)).to.equal(null);
    expect(await deps.store.logTile(0, 0)).to.equal(null);
  });
});
