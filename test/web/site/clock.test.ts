import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Clockwork } from '../../../src/commands/ports/clockPorts.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { openBrowser, type TestWeb, testWeb } from '../../support/web.ts';

const origin = 'http://localhost';

describe('the page of the clock in development', () => {
  let web: TestWeb;
  let moved: string[];
  let state: ReturnType<Clockwork['state']>;
  let day: string | null;
  const clockwork: Clockwork = {
    movedTo: () => day,
    state: () => state,
    move: (until) => {
      moved.push(until.toISOString().slice(0, 10));
      return true;
    },
  };
  before(async () => {
    web = await testWeb('clock-page', { clockwork, publicUrl: origin });
  });
  after(() => web.stop());
  beforeEach(() => {
    moved = [];
    day = null;
    state = { moving: false, days: [], failed: null };
    web.setClock('2026-11-30T10:00:00.000Z');
  });

  it('moves the service by a day, by a month or to a day, and refuses a day that does not lie ahead', async () => {
    const browser = await web.browser();
    const page = parse((await browser.get('/fr/dev/clock')).text);
    const offered = page
      .querySelectorAll('input[name=until][type=hidden]')
      .map((one) => one.getAttribute('value'));
    expect(offered).to.deep.equal(['2026-12-01', '2026-12-30']);
    for (const until of [...offered, '2029-02-28']) {
      const answer = await browser.post('/fr/dev/clock', { until: until ?? '' });
      expect([answer.status, answer.headers.location], until).to.deep.equal([303, '/fr/dev/clock']);
    }
    expect(moved).to.deep.equal(['2026-12-01', '2026-12-30', '2029-02-28']);
    for (const until of ['2026-11-30', '2026-01-01', '2036-12-01', 'demain', '']) {
      const refused = await browser.post('/fr/dev/clock', { until });
      expect(refused.status, until).to.equal(422);
    }
    expect(moved).to.have.length(3);
  });

  it('shows what came, and that it is on its way', async () => {
    state = {
      moving: true,
      failed: null,
      days: [
        {
          day: '2026-12-01',
          happened: [{ fact: 'label.expired', count: 12, streams: ['labels/MIE-26-00001-V'] }],
          letters: { answerDue: 3 },
          failures: ['<b>no</b>'],
        },
      ],
    };
    const { text } = await (await web.browser()).get('/fr/dev/clock');
    const page = parse(text);
    expect(page.querySelector('meta[http-equiv=refresh]')).to.not.equal(null);
    expect(page.querySelector('input[name=until]'), 'no form while it is on its way').to.equal(null);
    const row = page.querySelector('tbody tr');
    expect(row?.textContent).to.include('MIE-26-00001-V').and.include('12').and.include('answerDue');
    expect(row?.innerHTML).to.include('&lt;b&gt;no');
    state = { ...state, moving: false, failed: 'no database' };
    expect((await (await web.browser()).get('/fr/dev/clock')).text).to.include('no database');
  });

  it('says on every page which day it is, while that is not the day of the machine, and lets no browser keep it', async () => {
    const browser = await web.browser();
    expect((await browser.get('/fr')).text).to.not.include('band--clock');
    day = '2027-02-01';
    for (const language of languages) {
      for (const path of ['', '/register', '/sign-in', '/dev/clock', '/nothing']) {
        const { text, headers } = await browser.get(`/${language}${path}`);
        expect(text, path).to.include('band--clock').and.include('2027');
        expect(headers['cache-control'], path).to.match(/no-cache|no-store/);
      }
    }
  });

  it('is served on this machine only, and nowhere but in development', async () => {
    const listening = createServer(web.server).listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    const production = await testWeb('clock-production', { mode: 'production', clockwork: null });
    try {
      const browser = openBrowser(listening, `http://localhost:${port}`);
      expect((await browser.get('/fr/dev/clock')).status).to.equal(200);
      for (const header of ['Forwarded', 'X-Forwarded-For', 'Via'])
        expect((await browser.get('/fr/dev/clock').set(header, 'x')).status, header).to.equal(404);
      const elsewhere = await (await production.browser()).get('/fr/dev/clock');
      expect(elsewhere.status).to.equal(404);
    } finally {
      listening.close();
      await production.stop();
    }
  });
});
