import { once } from 'node:events';
import { expect } from 'chai';
import { startCounting } from '../../support/run/countingProgram.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { insertEntries } from '../../support/samples/insertEntries.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

const { number } = specimenEntry;
const day = '2026-11-24';

describe('where badges are shown', () => {
  let service: TestService;
  before(async () => {
    service = await testService('badge-hosts');
    await insertEntries(service.connection, [specimenEntry]);
  });
  after(() => service.stop());
  afterEach(() => service.connection.collection('badgeHosts').deleteMany({}));

  const stored = () => service.deps.store.badgeHosts([number], day);

  it('is counted by two processes at once without loss', async () => {
    const both = await Promise.all([1, 2].map(() => startCounting(service.uri, service.connection.name)));
    const ended = both.map((child) => once(child, 'exit'));
    const times = 100;
    for (const [i, child] of both.entries()) {
      child.send({ number, hosts: ['shop.example', `own${i}.example`], times });
    }
    expect((await Promise.all(ended)).map(([code]) => code)).to.deep.equal([0, 0]);
    const hosts = [
      { host: 'shop.example', n: 2 * times },
      { host: 'own0.example', n: times },
      { host: 'own1.example', n: times },
    ];
    expect(await stored()).to.deep.equal([{ number, day, hosts }]);
    // As it is written: the connection's own way shows what most servers have, which comes later.
    const asWritten = { readConcern: { level: 'local' } } as const;
    const [kept] = await service.connection.collection('badgeHosts').find({}, asWritten).toArray();
    expect(kept).to.deep.equal({ _id: `${day} ${number}`, number, day, hosts });
  });

  it('keeps the fifty most frequent hosts of a day', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ host: `h${i}.example`, n: i + 1 }));
    await service.deps.store.addBadgeHosts({ number, day, hosts: many.slice(0, 45) });
    await service.deps.store.addBadgeHosts({ number, day, hosts: many.slice(40) });
    const [shown] = await stored();
    expect(shown?.hosts).to.have.length(50);
    expect(shown?.hosts[0]).to.deep.equal({ host: 'h44.example', n: 90 });
    expect(shown?.hosts.some(({ host }) => host === 'h9.example')).to.equal(false);
  });

  it('skips unknown numbers, and reads since a day', async () => {
    const { store } = service.deps;
    expect(await store.numbersInRegister([number, 'MIE-26-00043-B'])).to.deep.equal([number]);
    const hosts = [{ host: '$shop.example', n: 1 }];
    for (const one of ['2026-11-23', day, '2026-11-25'])
      await store.addBadgeHosts({ number, day: one, hosts });
    await store.addBadgeHosts({ number: 'MIE-26-00043-B', day, hosts });
    expect(await stored()).to.deep.equal([
      { number, day, hosts },
      { number, day: '2026-11-25', hosts },
    ]);
  });
});
