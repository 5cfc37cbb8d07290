import { expect } from 'chai';
import { type LimitRules, limitRules } from '../../../src/commands/ports/limitRules.ts';
import { createLimits } from '../../../src/storage/database/createLimits.ts';
import { connect } from '../../../src/storage/database/database.ts';
import { createApp } from '../../../src/web/app.ts';
import { clientKey } from '../../../src/web/http/clientKey.ts';
import {
  type Browser,
  closed,
  openBrowser,
  shown,
  type TestWeb,
  testWeb,
  tokenIn,
} from '../../support/web.ts';

const few = (also: Partial<Record<keyof typeof limitRules, number>>): LimitRules => ({
  ...limitRules,
  ...Object.fromEntries(
    Object.entries(also).map(([name, times]) => [
      name,
      { ...limitRules[name as keyof typeof limitRules], times },
    ]),
  ),
});

describe('limits', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('limits');
  });
  after(() => web.stop());
  beforeEach(() => web.connection.collection('limits').deleteMany({}));

  const secret = 'a secret of this test run';
  /** Another process over the same database, with its own memory. */
  const process = (rules: LimitRules, also: object = {}) =>
    createApp(
      { ...web.deps, ...also, limits: createLimits(web.connection, secret, rules) },
      closed,
      shown,
    ).callback();
  const desk = (server: TestWeb['server']): Browser => openBrowser(server, web.deps.publicUrl);
  const ask = (browser: Browser, email: string) => browser.post('/fr/sign-in', { email });

  it('are shared by two processes on one database, and say when to retry', async () => {
    const rules = few({ lettersToAddress: 4 });
    const [a, b] = [desk(process(rules)), desk(process(rules))];
    const statuses: number[] = [];
    for (const browser of [a, b, a, b, a, b])
      statuses.push((await ask(browser, 'x@specimen.example')).status);
    expect(statuses).to.deep.equal([303, 303, 303, 303, 429, 429]);
    const refused = await ask(b, 'X@Specimen.example');
    expect(refused.status).to.equal(429);
    expect(Number(refused.headers['retry-after'])).to.be.within(1, 15 * 60);
    expect(refused.text).to.include(
      `Attendez ${Math.ceil(Number(refused.headers['retry-after']) / 60)} minute`,
    );
    expect((await ask(a, 'y@specimen.example')).status, 'another address').to.equal(303);
  });

  it('store no address, client or person in clear', async () => {
    const browser = desk(process(limitRules));
    await ask(browser, 'clear@specimen.example');
    const kept = JSON.stringify(await web.connection.collection('limits').find({}).toArray());
    expect(kept).to.include('lettersToAddress');
    expect(kept).to.not.match(/clear|specimen|127\.0\.0\.1/);
  });

  it('of letters to an address count by sender, so that one client cannot block another', async () => {
    const server = process(few({ lettersToAddressFromClient: 2 }), { trustedProxyHops: 1 });
    const [flooder, owner] = [desk(server), desk(server)];
    const from = async (browser: Browser, ip: string) => {
      const csrf = tokenIn((await browser.get('/fr/sign-in')).text);
      const body = new URLSearchParams({ csrf, email: 'flooded@specimen.example' }).toString();
      return (await browser.send('/fr/sign-in', 'form', body).set('X-Forwarded-For', ip)).status;
    };
    const flood = [];
    for (let i = 0; i < 3; i += 1) flood.push(await from(flooder, '203.0.113.7'));
    expect(flood).to.deep.equal([303, 303, 429]);
    expect(await from(owner, '203.0.113.8')).to.equal(303);
  });

  it('of code attempts count by client, so that nobody can lock out another person', async () => {
    const server = process(few({ codesFromClient: 6 }), { trustedProxyHops: 1 });
    const [thief, owner] = [desk(server), desk(server)];
    const from = (ip: string) => ({ 'X-Forwarded-For': ip });
    await ask(thief, 'owner@specimen.example');
    const page = await thief.get('/fr/sign-in/code');
    const csrf = /name="csrf" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const answer = await thief
        .send('/fr/sign-in/code', 'application/x-www-form-urlencoded', `csrf=${csrf}&code=00000${i}`)
        .set(from('192.0.2.1'));
      statuses.push(answer.status);
    }
    expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 401, 429, 429]);
    await ask(owner, 'owner@specimen.example');
    const code = /\b\d{6}\b/.exec(web.letters.at(-1)?.text ?? '')?.[0] ?? '';
    const token = /name="csrf" value="([^"]*)"/.exec((await owner.get('/fr/sign-in/code')).text)?.[1] ?? '';
    const entered = await owner
      .send('/fr/sign-in/code', 'application/x-www-form-urlencoded', `csrf=${token}&code=${code}`)
      .set(from('192.0.2.2'));
    expect(entered.status).to.equal(303);
  });

  it('trust forwarded addresses of a configured proxy only', async () => {
    const rules = few({ lettersFromClient: 2 });
    const send = async (browser: Browser, forwarded: string) => {
      const { text } = await browser.get('/fr/sign-in');
      const csrf = /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
      const body = `csrf=${csrf}&email=${forwarded.length}-${Math.trunc(forwarded.length)}@specimen.example`;
      return (
        await browser
          .send('/fr/sign-in', 'application/x-www-form-urlencoded', body)
          .set('X-Forwarded-For', forwarded)
      ).status;
    };
    const direct = desk(process(rules));
    const told = [
      await send(direct, '192.0.2.1'),
      await send(direct, '192.0.2.22'),
      await send(direct, '192.0.2.333'),
    ];
    expect(told, 'nobody stands before it').to.deep.equal([303, 303, 429]);

    await web.connection.collection('limits').deleteMany({});
    const behind = desk(process(rules, { trustedProxyHops: 1 }));
    expect(await send(behind, '192.0.2.1')).to.equal(303);
    expect(await send(behind, '203.0.113.9, 192.0.2.1')).to.equal(303);
    expect(await send(behind, '198.51.100.7, 203.0.113.9, 192.0.2.1'), 'what the client made up').to.equal(
      429,
    );
    expect(await send(behind, '192.0.2.2'), 'another client').to.equal(303);
  });

  it('count reads and writes of each person separately', async () => {
    const server = process(few({ writesOfPerson: 3, readsOfPerson: 60 }));
    const [ada, bea] = [await web.person('ada'), await web.person('bea')];
    const signIn = async (email: string) => {
      const browser = desk(server);
      await ask(browser, email);
      const code = /\b\d{6}\b/.exec(web.letters.at(-1)?.text ?? '')?.[0] ?? '';
      await browser.post('/fr/sign-in/code', { code });
      return browser;
    };
    const [one, other] = [await signIn(ada.email), await signIn(bea.email)];
    const write = async (browser: Browser) =>
      (await browser.post('/fr/account/letters', {}, '/fr/account')).status;
    expect([await write(one), await write(one), await write(one), await write(one)]).to.deep.equal([
      303, 303, 303, 429,
    ]);
    expect(await write(other)).to.equal(303);
    let reads = 0;
    while ((await one.get('/fr/account')).status === 200) reads += 1;
    expect(reads, 'told to the others by twenties').to.be.within(60 - 20, 60 + 20);
    expect((await one.get('/fr/account')).headers['retry-after']).to.match(/^\d+$/);
    expect((await other.get('/fr/account')).status).to.equal(200);
    expect((await one.get('/fr/register')).status, 'what is public stays open').to.equal(200);
  });

  it('slow down a scan of numbers, without a cookie and without the database', async () => {
    const browser = desk(process(few({ lookups: 5 })));
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const answer = await browser.get(`/api/v1/labels/MIE-26-0000${i}-X`).set('Accept', 'application/json');
      expect(answer.headers['set-cookie']).to.equal(undefined);
      statuses.push(answer.status);
    }
    expect(statuses).to.deep.equal([404, 404, 404, 404, 404, 429, 429]);
    expect(await web.connection.collection('limits').countDocuments({})).to.equal(0);
    expect((await browser.get('/assets/favicon.svg')).status, 'a page keeps its pictures').to.equal(200);
  });

  it('stop anybody from occupying the file reader or the whole register', async () => {
    const visitor = desk(process(few({ filesFromClient: 2, downloads: 2 })));
    const bring = () =>
      visitor.parts('/fr/verify', (form) => form.attach('file', Buffer.from('text'), 'a'), 'none');
    const brought = [await bring(), await bring(), await bring()].map(({ status }) => status);
    expect(brought).to.deep.equal([200, 200, 429]);
    const take = () => visitor.get('/api/v1/trust-bundle');
    const taken = [await take(), await take(), await take()].map(({ status }) => status);
    expect(taken).to.deep.equal([200, 200, 429]);
  });

  it('are stated in public answers, before and after they are met', async () => {
    const visitor = desk(process(few({ lookups: 4, downloads: 1 })));
    const said = async (path: string) => {
      const { status, headers } = await visitor.get(path);
      return [status, headers['ratelimit-policy'], headers.ratelimit];
    };
    const lookups = '"lookups";q=4;w=60';
    const both = `${lookups}, "downloads";q=1;w=600`;
    const label = '/api/v1/labels/MIE-26-00001-X';
    // How much of the window is left depends on how fast this is asked.
    const first = await said(label);
    expect(first.slice(0, 2)).to.deep.equal([404, lookups]);
    expect(first[2]).to.match(/^"lookups";r=3;t=[1-9]\d?$/);
    const bundle = await said('/api/v1/trust-bundle');
    expect(bundle.slice(0, 2)).to.deep.equal([200, both]);
    expect(bundle[2]).to.match(/^"lookups";r=2;t=[1-9]\d?, "downloads";r=0;t=[1-9]\d{0,2}$/);
    const [status, policy, refused] = await said('/api/v1/trust-bundle');
    expect([status, policy]).to.deep.equal([429, both]);
    expect(refused).to.match(/^"lookups";r=1;t=[1-9]\d?, "downloads";r=0;t=[1-9]\d{0,2}$/);
    await said(label);
    const late = await said(label);
    expect(late.slice(0, 2)).to.deep.equal([429, lookups]);
    expect(late[2]).to.match(/^"lookups";r=0;t=[1-9]\d{0,2}$/);
  });

  it('apply to list look-ups, on the page and for programs', async () => {
    const visitor = desk(process(few({ listsFromClient: 2 })));
    const paste = () => visitor.send('/fr/verify/several', 'form', 'numbers=MIE-26-00042-D');
    const program = () => visitor.send('/api/v1/lookup', 'json', '{"numbers":["MIE-26-00042-D"]}');
    const answers = [await paste(), await program(), await paste(), await program()];
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 429, 429]);
    expect(answers[2]?.text).to.include('</textarea>');
    expect(answers[2]?.headers['retry-after']).to.match(/^\d+$/);
  });

  it('let a visitor report a few things, not flood the readers', async () => {
    const visitor = desk(process(few({ complaintsFromClient: 2, formsHandedBack: 1 })));
    const report = () =>
      visitor.parts(
        '/fr/report',
        (form) =>
          form
            .field('kind', 'misuse')
            .field('place', 'shop')
            .field('text', 'vu <b>de près</b>')
            .field('email', 'witness@specimen.example')
            .attach('file', Buffer.alloc(3_000_000), 'vitrine.jpg'),
        null,
      );
    const short = () =>
      visitor.parts('/fr/report', (form) => form.field('kind', 'other').field('text', 'vu'), null);
    const answers = [await short(), await short(), await report(), await report()];
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 429, 429]);
    const [, , kept, flood] = answers;
    expect(kept?.headers['retry-after']).to.match(/^\d+$/);
    expect(kept?.text)
      .to.match(/Attendez \d+ minutes/)
      .and.include('>vu &lt;b&gt;de près&lt;/b&gt;</textarea>')
      .and.include('value="witness@specimen.example"')
      .and.match(/value="shop"[^>]* checked/)
      .and.include('choisissez-le encore une fois');
    expect(flood?.text, 'nor is a flood read to be shown again').to.not.include('name="text"');
  });

  it('work in memory while the database is down', async () => {
    const away = await connect(web.uri, web.connection.name);
    const { take } = createLimits(away, secret, few({ lettersToAddress: 2 }));
    await away.close();
    const outcomes: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      outcomes.push(
        await take('lettersToAddress', 'key').then(
          () => 'taken',
          (error: Error) => error.message,
        ),
      );
    }
    expect(outcomes).to.deep.equal(['taken', 'taken', 'tooManyRequests']);
  });
});

describe('web/middleware/clientKey', () => {
  it('identifies a client by what it cannot change', () => {
    const table = {
      '192.0.2.1': '192.0.2.1',
      '::ffff:192.0.2.1': '192.0.2.1',
      '2001:db8:1:2:3:4:5:6': '2001:db8:1:2',
      '2001:0db8:0001:0002::1': '2001:db8:1:2',
      '2001:db8::1': '2001:db8:0:0',
      '::1': '0:0:0:0',
      'fe80::1%eth0': 'fe80:0:0:0',
      '': '',
    };
    for (const [ip, key] of Object.entries(table)) expect(clientKey(ip), ip).to.equal(key);
  });
});
