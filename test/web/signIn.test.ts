import { expect } from 'chai';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('signing in', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('sign-in');
  });
  after(() => web.stop());

  const codeFor = (email: string) =>
    /\b\d{6}\b/.exec(web.letters.findLast(({ to }) => to === email)?.text ?? '')?.[0] ?? '';
  const cookieOf = (headers: Record<string, unknown>) =>
    String(headers['set-cookie'] ?? '').match(/session=([^;]+)/)?.[1] ?? '';

  it('refuses a wrong code, a late one, one used before, and shows the form again', async () => {
    const browser = await web.browser();
    await browser.post('/fr/sign-in', { email: 'wrong@specimen.example' });
    const right = codeFor('wrong@specimen.example');
    const wrong = await browser.post('/fr/sign-in/code', { code: right === '000000' ? '111111' : '000000' });
    expect(wrong.status).to.equal(401);
    expect(wrong.text).to.include('govuk-error-summary');
    const malformed = await browser.post('/fr/sign-in/code', { code: '12a' });
    expect(malformed.status).to.equal(422);
    expect((await browser.post('/fr/sign-in/code', { code: right })).status, 'the right one').to.equal(303);
    const other = await web.browser();
    await other.post('/fr/sign-in', { email: 'wrong@specimen.example' });
    expect((await other.post('/fr/sign-in/code', { code: right })).status, 'used before').to.equal(401);
    web.setClock('2026-11-02T09:00:00.000Z');
    const late = codeFor('wrong@specimen.example');
    expect((await other.post('/fr/sign-in/code', { code: late })).status, 'an hour later').to.equal(401);
    web.setClock('2026-11-02T08:00:00.000Z');
  });

  it('stops trying codes for one address after ten', async () => {
    const browser = await web.browser();
    await browser.post('/fr/sign-in', { email: 'tried@specimen.example' });
    const right = codeFor('tried@specimen.example');
    const statuses: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      statuses.push((await browser.post('/fr/sign-in/code', { code: `9${right.slice(1)}` })).status);
    }
    expect(new Set(statuses)).to.deep.equal(new Set([401]));
    expect((await browser.post('/fr/sign-in/code', { code: right })).status).to.equal(429);
  });

  it('lets in whoever holds the letter, in a new session, back to the page that was wanted', async () => {
    const browser = await web.browser();
    const before = cookieOf((await browser.get('/de/sign-in')).headers);
    expect(before).to.not.equal('');
    const sent = await browser.post('/de/sign-in', { email: 'New@Specimen.example ' });
    expect([sent.status, sent.headers.location]).to.deep.equal([303, '/de/sign-in/code']);
    const code = codeFor('new@specimen.example');
    const page = await browser.get('/de/sign-in/code');
    expect(page.text).to.include('new@specimen.example');
    const entered = await browser.post('/de/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` });
    expect([entered.status, entered.headers.location]).to.deep.equal([303, '/de/my']);
    const cookie = String(entered.headers['set-cookie']);
    expect(cookie)
      .to.match(/HttpOnly/i)
      .and.to.match(/SameSite=lax/i);
    expect(cookieOf(entered.headers)).to.not.equal(before).and.to.not.equal('');
    const person = await web.deps.store.personByEmail('new@specimen.example');
    expect(person).to.deep.include({ language: 'de', roles: [], memberships: [] });
  });

  it('asks for the address again when a code is typed out of the blue', async () => {
    const browser = await web.browser();
    const page = await browser.get('/it/sign-in/code');
    expect([page.status, page.headers.location]).to.deep.equal([302, '/it/sign-in']);
    const code = await browser.post('/it/sign-in/code', { code: '123456' }, '/it/sign-in');
    expect([code.status, code.headers.location]).to.deep.equal([303, '/it/sign-in']);
  });

  it('ends with signing out: the session is gone on the server too', async () => {
    const person = await web.person('leaving');
    const browser = await web.browser(person);
    expect((await browser.post('/fr/sign-out', {}, '/fr/sign-in')).headers.location).to.equal('/fr');
    const kept = await web.connection.collection('sessions').find({ 'data.personId': person.id }).toArray();
    expect(kept).to.deep.equal([]);
  });

  it('shows the letters in development, and nothing of it in production', async () => {
    const page = await (await web.browser()).get('/fr/mailbox');
    expect(page.status).to.equal(200);
    expect(page.text).to.include('new@specimen.example');
    const production = await testWeb('sign-in-production', {
      mode: 'production',
      demoAccounts: [{ email: 'demo@specimen.example', name: 'Spécimen', role: 'officer' }],
    });
    const visitor = await production.browser();
    expect((await visitor.get('/fr/mailbox')).status).to.equal(404);
    expect((await visitor.get('/fr/sign-in')).text).to.not.include('demo@specimen.example');
    await production.stop();
  });
});
