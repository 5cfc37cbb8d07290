import { expect } from 'chai';
import { growLog } from '../../../src/commands/transparency/growLog.ts';
import { trustedLog } from '../../../src/commands/transparency/trustedLog.ts';
import { createWitnesses } from '../../../src/issuing/log/createWitnesses.ts';
import { readNoteKey } from '../../../src/transparency/read/noteKey.ts';
import { openCheckpoint } from '../../../src/transparency/read/openCheckpoint.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { ownWitness } from '../../support/transparency/ownWitness.ts';

type Witness = Awaited<ReturnType<typeof ownWitness>>;

describe('witnesses of the public log', () => {
  let service: TestService;
  let witnesses: readonly Witness[];
  let vkey = '';
  let entered = 0;
  beforeEach(async () => {
    service = await testService('witnesses');
    witnesses = await Promise.all(
      ['one', 'two', 'three'].map((name) => ownWitness(`${name}.example`, () => readNoteKey(vkey))),
    );
    await growLog(service.deps);
    vkey = (await service.deps.store.logHead())?.vkey ?? '';
  });
  afterEach(async () => {
    await Promise.all(witnesses.map((one) => one.stop()));
    await service.stop();
  });

  /** A process of its own: it remembers no witness. */
  const process = () => {
    const settings = { witnesses: witnesses.map(({ url, vkey }) => ({ url, vkey })), quorum: 2 };
    return { ...service.deps, issuing: { ...service.deps.issuing, witnesses: createWitnesses(settings) } };
  };
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
  /** Names of those that saw the head that is published, as a reader of the specification finds them. */
  const seenBy = async () => {
    const { checkpoint } = (await service.deps.store.logHead()) ?? {};
    const keys = witnesses.map((one) => readNoteKey(one.vkey));
    const policy = { log: readNoteKey(vkey), witnesses: keys, quorum: 0 };
    const read = openCheckpoint(Buffer.from(checkpoint?.note ?? ''), policy, Date.now() / 1000);
    expect(read.size).to.equal(checkpoint?.size);
    return read.witnesses.map(({ name }) => name.split('.')[0]);
  };

  it('see each head, from wherever they were, whichever process shows it', async () => {
    const deps = process();
    for (const count of [3, 1, 300, 5]) {
      await enter(count);
      await growLog(deps);
      expect(await seenBy()).to.deep.equal(['one', 'two', 'three']);
    }
    const asked = witnesses.map((one) => one.asked());
    await growLog(deps);
    expect(witnesses.map((one) => one.asked())).to.deep.equal(asked);
    await enter(2);
    await growLog(process());
    expect(await seenBy()).to.deep.equal(['one', 'two', 'three']);
  });

  it('stay known to whoever checks a proof, those too that were replaced, with how many are wanted', async () => {
    await enter(1);
    await growLog(process());
    const { store } = service.deps;
    const before = witnesses;
    expect(await trustedLog(service.deps)).to.deep.equal({
      vkey,
      earlier: [],
      witnesses: witnesses.map((one) => one.vkey).sort(),
      quorum: 2,
    });
    const [replaced] = witnesses;
    const next = await ownWitness('four.example', () => readNoteKey(vkey));
    witnesses = [...witnesses.slice(1), next];
    await enter(1);
    await growLog(process());
    const all = [replaced, ...witnesses].map((one) => one?.vkey);
    expect((await trustedLog(service.deps))?.witnesses).to.have.members(all);
    expect(await seenBy()).to.deep.equal(['two', 'three', 'four']);
    await replaced?.stop();
    // Nobody is asked who is not named any more, and no key is published twice.
    expect((await store.logKeys()).map((one) => one.kind).sort()).to.deep.equal([
      'log',
      ...before.map(() => 'witness'),
      'witness',
    ]);
  });

  for (const fault of ['failing', 'otherKey', 'silent'] as const) {
    it(`are two where the third is ${fault}, and all again once it is not`, async () => {
      const deps = process();
      witnesses[1]?.spoil(fault);
      await enter(2);
      await growLog(deps);
      expect(await seenBy()).to.deep.equal(['one', 'three']);
      // It is not asked each time: nobody waits for it.
      const asked = witnesses[1]?.asked();
      await enter(2);
      await growLog(deps);
      expect(witnesses[1]?.asked()).to.equal(asked);
      witnesses[1]?.spoil(null);
      await enter(1);
      await growLog(process());
      expect(await seenBy()).to.deep.equal(['one', 'two', 'three']);
    });
  }

  it('stop a log whose database is older than what they saw, before it signs anything', async () => {
    await enter(3);
    await growLog(process());
    const { connection, deps } = service;
    const size = (await deps.store.logHead())?.edge.size ?? 0;
    const kept = await connection.collection('logHeads').findOne({});
    await enter(2);
    await growLog(process());
    // As a copy from before the last two.
    await connection.collection('logHeads').replaceOne({}, kept ?? {});
    await connection.collection('logEntries').deleteMany({ index: { $gte: size } });
    await enter(4);
    const signed: number[] = [];
    const restored = process();
    const { issuing } = restored;
    const signHead = (head: Parameters<typeof issuing.signHead>[0]) => {
      signed.push(head.size);
      return issuing.signHead(head);
    };
    const refused = await growLog({ ...restored, issuing: { ...issuing, signHead } }).catch(
      (error: Error) => error,
    );
    expect(refused).to.have.property('code', 'issuerUnavailable');
    expect(String((refused as Error).cause)).to.match(
      new RegExp(`has seen ${size + 2} entries .* this database has ${size}`),
    );
    expect(signed).to.deep.equal([]);
    expect((await deps.store.logHead())?.edge.size).to.equal(size);
  });
});
