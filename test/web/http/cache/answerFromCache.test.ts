// Tier: all. Budget: 9 s.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { uncounted } from '../../../../src/commands/ports/watchPorts.ts';
import type { Entry } from '../../../../src/register/entry.ts';
import { createStore } from '../../../../src/storage/createStore.ts';
import { connect as connectDatabase } from '../../../../src/storage/database/database.ts';
import { watchRegister } from '../../../../src/storage/register/watchRegister.ts';
import { createApp } from '../../../../src/web/app.ts';
import { answerFromCache } from '../../../../src/web/http/cache/answerFromCache.ts';
import { openCaches } from '../../../../src/web/http/cache/openCaches.ts';
import { createHostCounts, type HostCounts } from '../../../../src/web/http/hosts/hostCounts.ts';
import { breakableConnection } from '../../../support/run/breakableConnection.ts';
import { specimenEntry } from '../../../support/samples/specimenEntry.ts';
import { closed, shown, type TestWeb, testWeb } from '../../../support/web.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const page = `/fr/labels/${specimenEntry.number}`;
const badge = `/badges/${specimenEntry.number}.svg?form=standard`;
const number = (n: number) => ['MIE-26-00042-D', 'MIE-26-00043-B', 'MIE-26-00044-9'][n] ?? '';

describe('cached answers of the application', () => {
  let web: TestWeb;
  let server: Server;
  let port: number;
  /** What the application itself was asked for. */
  let asked: string[];
  let reads: number;
  /** When the test began: the clocks stand still, so that nothing grows old because the machine is slow. */
  let begun: number;
  /** By how much (milliseconds) the clocks of the web, and of its watch, are ahead of that. */
  let ahead: { web: number; watch: number };
  const ends: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    web = await testWeb('in-front');
    await web.publish(specimenEntry);
    begun = Date.now();
    ahead = { web: 0, watch: 0 };
    asked = [];
    reads = 0;
    const line = await breakableConnection(web.uri);
    ends.push(() => line.stop());
    cut = line;
    const connection = await connectDatabase(line.uri, web.connection.name);
    ends.unshift(() => connection.close());
    const watch = watchRegister(connection, () => {}, { now: () => new Date() });
    ends.unshift(() => watch.stop());
    heard = async () => {
      const before = Date.now();
      while (watch.knownUntil() < before) await new Promise((resolve) => setImmediate(resolve));
    };
    const clock = { now: () => new Date(begun + ahead.web) };
    const store = createStore(connection, () => []);
    const counted = {
      entriesWith: (numbers: readonly string[]) => {
        reads += 1;
        return store.entriesWith(numbers);
      },
    };
    const cached = openCaches(
      counted,
      { ...watch, knownUntil: () => Math.min(watch.knownUntil(), begun) + ahead.watch },
      clock,
      1 << 22,
    );
    const application = createApp({ ...web.deps, store, caches: cached, clock }, closed, shown).callback();
    hosts = createHostCounts(clock, web.deps.publicUrl);
    server = createServer(
      answerFromCache(
        cached.answers,
        (req, res) => {
          asked.push(req.url ?? '');
          return application(req, res);
        },
        hosts,
        uncounted,
      ),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ends.unshift(async () => {
      server.closeAllConnections();
      server.close();
    });
    port = (server.address() as AddressInfo).port;
    await heard();
  });
  let hosts: HostCounts;
  let cut: Awaited<ReturnType<typeof breakableConnection>>;
  let heard: () => Promise<void>;

  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    await web.stop();
  });

  function get(
    path: string,
    headers: Record<string, string> = {},
    method = 'GET',
    body = '',
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, method, headers: { Host: 'label.example', ...headers } })
        .on('response', async (response) => {
          const parts: Buffer[] = [];
          for await (const part of response) parts.push(part);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          });
        })
        .on('error', reject)
        .end(body);
    });
  }

  /** Asks again and again until an answer is as it should be; the time limit of the test is the only other end. */
  async function until(path: string, holds: (answer: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const answer = await get(path);
      if (holds(answer)) return answer;
    }
  }

  const paths = [page, badge, '/fr', '/de/register', `/api/v1/labels/${specimenEntry.number}`, '/it/verify'];
  for (const path of paths) {
    it(`are the same the second time: ${path}`, async () => {
      const first = await get(path);
      const second = await get(path);
      expect(asked).to.deep.equal([path]);
      expect(second.status).to.equal(200);
      expect(second.body.equals(first.body)).to.equal(true);
      const { date: _d, 'x-request-id': _x, ratelimit, 'ratelimit-policy': policy, ...rest } = first.headers;
      expect([ratelimit, policy], 'what is left of a limit is said of what was counted').to.not.include(
        undefined,
      );
      const { date: _e, ...again } = second.headers;
      expect(again).to.deep.equal(rest);
    });
  }

  for (const [accepted, coding, unpack] of [
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ] as const)
    it(`are compressed when requested again with ${accepted}, under their own ETag`, async () => {
      const accepting = { 'Accept-Encoding': accepted };
      const plain = await get(page, accepting);
      expect(plain.headers['content-encoding']).to.equal(undefined);
      const packed = await until(page, () => true).then(async () => {
        for (;;) {
          const answer = await get(page, accepting);
          if (answer.headers['content-encoding'] === coding) return answer;
        }
      });
      expect(unpack(packed.body).equals(plain.body)).to.equal(true);
      expect(packed.headers.vary).to.match(/Accept-Encoding/i);
      expect(packed.headers.etag).to.not.equal(plain.headers.etag);
      const refusing = await get(page, { 'Accept-Encoding': 'br;q=0, gzip;q=0, identity' });
      expect(refusing.headers['content-encoding']).to.equal(undefined);
      for (const etag of [plain.headers.etag ?? '', packed.headers.etag ?? '']) {
        const unchanged = await get(page, { 'If-None-Match': etag });
        expect([unchanged.status, unchanged.body.length, unchanged.headers.etag]).to.deep.equal([
          304,
          0,
          etag,
        ]);
        expect(unchanged.headers['content-type']).to.equal(undefined);
      }
    });

  it('to HEAD have the headers of GET and no body', async () => {
    const got = await get(page);
    const head = await get(page, {}, 'HEAD');
    expect(asked).to.deep.equal([page]);
    expect(head.body.length).to.equal(0);
    expect(head.headers['content-length']).to.equal(got.headers['content-length']);
  });

  it('count a badge display once, cached or not, and never fail by it', async () => {
    const told = [
      'https://shop.example/',
      'https://shop.example/a?b',
      'javascript:1',
      `https://${'a'.repeat(9000)}.example/`,
    ];
    for (const Referer of told) expect((await get(badge, { Referer })).status).to.equal(200);
    expect(asked).to.deep.equal([badge]);
    const [shown, ...others] = hosts.take();
    expect(others).to.deep.equal([]);
    expect(shown).to.deep.include({ number: specimenEntry.number, hosts: [{ host: 'shop.example', n: 2 }] });
  });

  it('leave other hosts, methods and ranges to the application', async () => {
    await get(page);
    expect((await get(page, { Host: 'label.evil.example' })).status).to.equal(400);
    await get(page, {}, 'OPTIONS');
    await get(page, { Range: 'bytes=0-10' });
    expect(asked).to.have.length(4);
  });

  it('refuse a duplicate Host header, as the application does', async () => {
    await get(page);
    const socket = connect(port, '127.0.0.1');
    socket.end(
      `GET ${page} HTTP/1.1\r\nHost: label.example\r\nHost: label.evil.example\r\nConnection: close\r\n\r\n`,
    );
    const parts: Buffer[] = [];
    for await (const part of socket) parts.push(part);
    expect(Buffer.concat(parts).toString()).to.match(/^HTTP\/1.1 400/);
  });

  it('vary by language where an address has none', async () => {
    const path = `/api/v1/labels/${specimenEntry.number}`;
    const german = await get(path, { 'Accept-Language': 'de' });
    const french = await get(path, { 'Accept-Language': 'fr' });
    expect(german.body.equals(french.body)).to.equal(false);
    expect((await get(path, { 'Accept-Language': 'de' })).body.equals(german.body)).to.equal(true);
    expect(asked).to.have.length(2);
  });

  it('for a given day are kept apart from those of today, and dropped with a change', async () => {
    const path = `/api/v1/labels/${specimenEntry.number}`;
    const said = ({ body }: Answer) => JSON.parse(body.toString()).valid;
    expect(said(await get(path))).to.equal(true);
    for (let i = 0; i < 2; i += 1) {
      expect(said(await get(`${path}?on=2025-01-01`))).to.equal(false);
      expect(said(await get(`${path}?on=2026-10-05`))).to.equal(true);
    }
    expect(asked).to.have.length(3);
    await web.publish({ ...specimenEntry, history: [{ state: 'suspended', on: '2026-10-01' }] });
    await until(`${path}?on=2026-10-05`, (answer) => said(answer) === false);
  });

  it('are computed once for all concurrent requests', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(page)));
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
    expect(asked).to.deep.equal([page]);
    expect(reads).to.equal(1);
  });

  it('show a change of another process on page, badge and data', async () => {
    const data = `/api/v1/labels/${specimenEntry.number}`;
    for (const path of [page, badge, data, '/fr']) await get(path);
    const suspended: Entry = { ...specimenEntry, state: 'suspended' };
    await web.publish(suspended);
    await until(data, ({ body }) => JSON.parse(body.toString()).status === 'suspended');
    await until(page, ({ body }) => body.includes('verdict--paused'));
    await until(badge, ({ body }) => body.includes('suspend'));
    await until('/fr', ({ body }) => !body.includes(specimenEntry.organisation.name));
  });

  it('show the badge of the successor of a label, and its changes', async () => {
    const next = { ...specimenEntry, number: number(1) };
    await web.publish(next);
    await web.publish({ ...specimenEntry, state: 'superseded', successor: next.number });
    const before = await until(badge, ({ body }) => body.includes(next.number));
    expect(before.status).to.equal(200);
    await web.publish({ ...next, state: 'suspended' });
    await until(badge, ({ body }) => body.includes('suspend'));
  });

  it('never show yesterday’s status once a period has ended', async () => {
    const lastDay = Date.parse('2029-09-30T21:59:59.000Z');
    ahead.web = ahead.watch = lastDay - begun - 600_000;
    expect((await get(page)).body.toString()).to.include('verdict--valid');
    ahead.web = ahead.watch = ahead.web + 3_600_000;
    expect((await get(page)).body.toString()).to.include('verdict--over');
  });

  it('fail fast while the database hangs, except for what is cached', async () => {
    await get(page);
    ahead.watch = -6000;
    cut.freeze();
    const list = JSON.stringify({ numbers: [number(1)] });
    const answers = await Promise.all([
      get(`/fr/labels/${number(1)}`),
      get('/fr/register'),
      get('/api/v1/lookup', { 'Content-Type': 'application/json' }, 'POST', list),
    ]);
    for (const { status, headers } of answers) {
      expect([status, headers['retry-after']]).to.deep.equal([503, '30']);
    }
    for (const { body } of answers.slice(0, 2)) expect(body.toString()).to.include('</html>');
    expect((await get(page)).status).to.equal(200);
    // What was given up ends now, and must not answer a second time.
    cut.thaw();
    ahead.watch = 0;
    await heard();
    expect((await until('/fr/register', ({ status }) => status === 200)).body.toString()).to.include(
      '</html>',
    );
  });

  it('are served with their age while the database is down, and otherwise with a retry time', async () => {
    await get(page);
    await get(badge);
    await cut.cut();
    ahead.web = 60_000;
    const known = await get(page);
    expect(known.status).to.equal(200);
    expect(known.body.toString()).to.include('class="age"');
    expect(known.headers.age).to.equal('60');
    expect((await get(badge)).status).to.equal(200);
    const data = JSON.parse((await get(`/api/v1/labels/${specimenEntry.number}`)).body.toString());
    expect(Date.parse(data.asOf)).to.equal(begun);
    const unknown = await get(`/fr/labels/${number(2)}`);
    expect(unknown.status).to.equal(503);
    expect(unknown.headers['retry-after']).to.equal('30');
    await cut.mend();
    await heard();
    ahead.web = 0;
    await until(page, ({ body }) => !body.includes('class="age"'));
  });
});
