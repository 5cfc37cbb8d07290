import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { noteOnPerson } from '../../../src/commands/people/accounts/noteOnPerson.ts';
import { absoluteLimitMs, idleLimitMs } from '../../../src/storage/people/createSessions.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('sessions', () => {
  let web: TestWeb;
  let now: number;
  before(async () => {
    web = await testWeb('sessions', {}, { now: () => new Date(now) });
  });
  beforeEach(() => {
    now = Date.parse('2026-11-02T08:00:00.000Z');
  });
  after(() => web.stop());

  const cookieOf = (headers: Record<string, unknown>) =>
    String(headers['set-cookie'] ?? '').match(/session=([^;]+)/)?.[1] ?? '';
  const isIn = async (browser: Browser) => (await browser.get('/fr/my')).status === 200;
  const kept = () => web.connection.collection<{ _id: string; personId: string }>('sessions');

  it('get a new key at sign-in and at sign-out, and the old keys are void', async () => {
    const person = await web.person('rotating');
    const browser = await web.browser();
    const first = cookieOf((await browser.get('/fr/sign-in')).headers);
    await browser.post('/fr/sign-in', { email: person.email });
    const code = codeFor(web.letters, person.email);
    const second = cookieOf((await browser.post('/fr/sign-in/code', { code })).headers);
    expect(await isIn(browser)).to.equal(true);
    const left = await browser.post('/fr/sign-out', {}, '/fr/account');
    expect(left.headers.location).to.equal('/fr');
    const third = cookieOf(left.headers);
    expect(new Set([first, second, third, '']).size).to.equal(4);
    expect(await isIn(browser)).to.equal(false);
    expect(await kept().countDocuments({ personId: person.id })).to.equal(0);
    for (const key of [first, second]) expect(await web.deps.sessions.get(key)).to.equal(undefined);
  });

  it('are signed with HMAC-SHA-256', async () => {
    const { headers } = await (await web.browser()).get('/fr/sign-in');
    const [, signature = ''] = /session\.sig=([^;]+)/.exec(String(headers['set-cookie'])) ?? [];
    expect(Buffer.from(signature, 'base64url')).to.have.length(32);
  });

  it('cannot be fixated: a key planted before the sign-in is void', async () => {
    const person = await web.person('victim');
    const attacker = await web.browser();
    const planted = String((await attacker.get('/fr/sign-in')).headers['set-cookie'])
      .split(/,(?=session)/)
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    const victim = await web.browser();
    // The victim's browser uses the planted key until it signs in.
    const page = await victim.get('/fr/sign-in').set('Cookie', planted);
    const csrf = /name="csrf" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    const type = 'application/x-www-form-urlencoded';
    const email = encodeURIComponent(person.email);
    await victim.send('/fr/sign-in', type, `csrf=${csrf}&email=${email}`).set('Cookie', planted);
    const code = codeFor(web.letters, person.email);
    const entered = await victim
      .send('/fr/sign-in/code', type, `csrf=${csrf}&code=${code}`)
      .set('Cookie', planted);
    expect(entered.status).to.equal(303);
    expect(await isIn(attacker)).to.equal(false);
    expect(await isIn(victim)).to.equal(true);
  });

  it('are stored under a digest, without anything that opens them', async () => {
    const person = await web.person('digest');
    const browser = await web.browser(person);
    await browser.get('/fr/my');
    const [session] = await kept().find({ personId: person.id }).toArray();
    expect(session?._id).to.match(/^[0-9a-f]{64}$/);
    expect(session).to.include({ personId: person.id, how: 'code' });
    const [cookie] = (await web.deps.sessions.of(person.id)).map(({ id }) => id);
    expect(await web.deps.sessions.get(cookie ?? ''), 'the id is no key').to.equal(undefined);
    expect(web.deps.sessions.idOf('key')).to.equal(createHash('sha256').update('key').digest('hex'));
  });

  it('expire after twelve hours without a visit, and after seven days at the latest', async () => {
    expect([idleLimitMs, absoluteLimitMs]).to.deep.equal([12 * hour, 7 * 24 * hour]);
    const start = now;
    const busy = await web.browser(await web.person('busy'));
    for (now = start + 11 * hour; now < start + absoluteLimitMs; now += 11 * hour) {
      expect(await isIn(busy), new Date(now).toISOString()).to.equal(true);
    }
    now = start + absoluteLimitMs + minute;
    expect(await isIn(busy), 'after seven days').to.equal(false);

    now = start;
    const idle = await web.browser(await web.person('idle'));
    now = start + idleLimitMs + minute;
    expect(await isIn(idle), 'idle').to.equal(false);
  });

  it('are listed to their owner, who can end one or all of them; nobody else can', async () => {
    const person = await web.person('listed');
    const [desk, phone, other] = [
      await web.browser(person),
      await web.browser(person),
      await web.browser(await web.person('other')),
    ];
    now += 10 * minute;
    await phone.get('/fr/my').set('User-Agent', 'x');
    const page = await desk.get('/fr/account');
    expect(page.text.match(/name="id" value="[0-9a-f]{64}"/g)).to.have.length(1);
    const id = /name="id" value="([0-9a-f]{64})"/.exec(page.text)?.[1] ?? '';
    await other.post('/fr/account/sessions/end', { id }, '/fr/account');
    expect(await isIn(phone), 'ended by someone else').to.equal(true);
    await desk.post('/fr/account/sessions/end', { id }, '/fr/account');
    expect([await isIn(desk), await isIn(phone)]).to.deep.equal([true, false]);

    const third = await web.browser(person);
    await desk.post('/fr/account/sign-out-everywhere', {}, '/fr/account');
    expect([await isIn(desk), await isIn(third), await isIn(other)]).to.deep.equal([false, false, true]);
    const line = (await web.deps.store.records(`people/${person.id}`)).at(-1);
    expect(line?.facts).to.deep.equal(['person.signedOutEverywhere']);
  });

  it('stay ended when one of their requests was running', async () => {
    const person = await web.person('racing');
    await web.browser(person);
    const [session] = await kept().find({ personId: person.id }).toArray();
    await kept().insertOne({ ...session, _id: web.deps.sessions.idOf('a key'), personId: person.id });
    const data = (await web.deps.sessions.get('a key')) ?? {};
    await web.deps.sessions.endAll(person.id);
    await web.deps.sessions.change('a key', data);
    expect(await web.deps.sessions.get('a key')).to.equal(undefined);
  });

  it('accept any form field name', async () => {
    const data = {
      typed: {
        path: '/fr',
        fields: [
          ['$where', '1'],
          ['a.b', '2'],
          ['__proto__', '3'],
        ],
      },
    };
    await web.deps.sessions.create('names', data);
    expect(await web.deps.sessions.get('names')).to.deep.equal(data);
  });
});

describe('one’s own account', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('account');
  });
  after(() => web.stop());

  it('changes name and language, with a journal line that contains neither', async () => {
    const person = await web.person('renamed');
    const browser = await web.browser(person);
    const saved = await browser.post('/fr/account', { name: ' Ada Spécimen ', language: 'de' });
    expect([saved.status, saved.headers.location]).to.deep.equal([303, '/de/account?saved=1']);
    expect(await web.deps.store.person(person.id)).to.include({ name: 'Ada Spécimen', language: 'de' });
    const line = (await web.deps.store.records(`people/${person.id}`)).at(-1);
    expect(line?.data).to.deep.equal({ changed: ['name', 'language'] });
    for (const fields of [
      { name: '', language: 'fr' },
      { name: 'x'.repeat(121), language: 'fr' },
      { name: 'Ada \u202Egnidda', language: 'fr' },
      { name: 'Ada 𓀀', language: 'fr' },
      { name: 'Ada', language: 'es' },
      { name: 'Ada', language: 'fr', roles: 'administrator' },
    ]) {
      const refused = await browser.post('/fr/account', fields as Record<string, string>);
      expect(refused.status, JSON.stringify(fields)).to.equal(422);
    }
    expect(await web.deps.store.person(person.id)).to.include({ name: 'Ada Spécimen' });
  });

  it('keeps stored roles when someone without strong sign-in changes their name', async () => {
    const strict = await testWeb('account-strict', { requireStrongSignIn: true });
    const officer = await strict.person('strict', 'officer');
    const browser = await strict.browser(officer);
    await browser.post('/fr/account', { name: 'Spécimen', language: 'fr' });
    await browser.post('/fr/account/letters', { fileProgress: 'yes' }, '/fr/account');
    await noteOnPerson(strict.deps, officer.id, { facts: ['person.changed'] });
    expect(await strict.deps.store.person(officer.id)).to.deep.include({
      roles: ['officer'],
      name: 'Spécimen',
      unsubscribed: ['fileProgress'],
    });
    await strict.stop();
  });

  it('is private: a visitor is asked to sign in', async () => {
    const visitor = await web.browser();
    const page = await visitor.get('/fr/account');
    expect([page.status, page.headers.location]).to.deep.equal([302, '/fr/sign-in']);
    for (const path of ['/fr/account', '/fr/account/letters', '/fr/account/sign-out-everywhere']) {
      expect((await visitor.post(path, {}, '/fr/sign-in')).status, path).to.equal(401);
    }
  });
});
