import { expect } from 'chai';
import { createHostCounts, type HostCounts } from '../../../../src/web/http/hosts/hostCounts.ts';
import { writeHostCounts } from '../../../../src/web/http/hosts/writeHostCounts.ts';

const number = 'MIE-26-00042-D';
const url = `/badges/${number}.svg`;

describe('counting who shows badges', () => {
  let now: string;
  let counts: HostCounts;
  beforeEach(() => {
    now = '2026-11-24T10:00:00.000Z';
    counts = createHostCounts({ now: () => new Date(now) }, 'https://label.example:8443');
  });

  const ask = (referer: string | undefined, asked = url, method = 'GET') =>
    counts.count({ method, url: asked, headers: referer === undefined ? {} : { referer } });

  it('counts by host, number and day in Geneva, for any badge format', () => {
    ask('https://shop.example/a');
    ask('https://SHOP.example/b', `${url}?form=standard&x=.png`);
    ask('https://shop.example/', '/badges/mie26%2000042d.webp');
    ask('https://other.example/', `/badges/${number}.png`);
    now = '2026-11-24T23:00:00.000Z';
    ask('https://shop.example/');
    expect(counts.take()).to.deep.equal([
      {
        number,
        day: '2026-11-24',
        hosts: [
          { host: 'shop.example', n: 3 },
          { host: 'other.example', n: 1 },
        ],
      },
      { number, day: '2026-11-25', hosts: [{ host: 'shop.example', n: 1 }] },
    ]);
    expect(counts.take()).to.deep.equal([]);
  });

  it('counts nothing else, and never throws', () => {
    ask(undefined);
    ask('https://label.example/fr');
    ask('https://shop.example/', url, 'HEAD');
    ask('https://shop.example/', url, 'POST');
    const others = [
      '/',
      '/badges/',
      '/badges/.svg',
      `/badges/${number}`,
      `/badges/${number}.gif`,
      `/x${url}`,
    ];
    const odd = [
      '/badges/%.svg',
      '/badges/%ff.svg',
      '/badges/MIE-26-00042-A.svg',
      `/badges/${'9'.repeat(99)}.svg`,
    ];
    for (const asked of [...others, ...odd]) ask('https://shop.example/', asked);
    counts.count({ method: 'GET', url: undefined, headers: { referer: 'https://shop.example/' } });
    expect(counts.take()).to.deep.equal([]);
  });

  it('is limited to some thousand counts', () => {
    for (let i = 0; i < 10_000; i += 1) ask(`https://shop${i}.example/`);
    ask('https://shop7.example/');
    const [shown] = counts.take();
    expect(shown?.hosts).to.have.length(4000);
    expect(shown?.hosts[7]).to.deep.equal({ host: 'shop7.example', n: 2 });
    ask('https://late.example/');
    expect(counts.take()[0]?.hosts).to.deep.equal([{ host: 'late.example', n: 1 }]);
  });

  it('keeps failed writes for the next time, logs them once, and drops unknown numbers', async () => {
    let away = true;
    const written: unknown[] = [];
    const reported: unknown[] = [];
    const writing = writeHostCounts({
      counts,
      report: (error) => void reported.push(error),
      store: {
        numbersInRegister: async (numbers) => numbers.filter((one) => one === number),
        addBadgeHosts: async (shown) => {
          if (away) throw new Error('away');
          written.push(shown);
        },
      },
    });
    ask('https://shop.example/');
    ask('https://shop.example/', '/badges/MIE-26-00043-B.svg');
    await writing.write();
    ask('https://shop.example/');
    await writing.write();
    expect([written.length, reported.length]).to.deep.equal([0, 1]);
    away = false;
    await writing.write();
    expect(written).to.deep.equal([{ number, day: '2026-11-24', hosts: [{ host: 'shop.example', n: 2 }] }]);
    away = true;
    ask('https://shop.example/');
    await writing.stop();
    expect(reported, 'a new failure after a success is told').to.have.length(2);
  });
});
