import { expect } from 'chai';
import { noteOnPerson } from '../../../src/commands/people/accounts/noteOnPerson.ts';
import { mailUnavailable } from '../../support/servers/brokenMailer.ts';
import { codeFor, linkFor } from '../../support/servers/signInLetter.ts';
import { type TestWeb, testWeb, tokenIn } from '../../support/web.ts';

describe('signing in by letter', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('sign-in');
  });
  after(() => web.stop());

  const wrong = (code: string) => (code === '000000' ? '111111' : '000000');
  const asking = async (email: string) => {
    const browser = await web.browser();
    await browser.post('/fr/sign-in', { email });
    return { browser, code: codeFor(web.letters, email), link: linkFor(web.letters, email) };
  };

  it('refuses a wrong code and shows the form again, then says when the request is void', async () => {
    const { browser, code } = await asking('wrong@specimen.example');
    const refused = await browser.post('/fr/sign-in/code', { code: wrong(code) });
    expect(refused.status).to.equal(401);
    expect(refused.text)
      .to.include('govuk-error-summary')
      .and.include('href="#code"')
      .and.include('id="code-error"')
      .and.include('Recevoir un nouveau code');
    expect((await browser.post('/fr/sign-in/code', { code: '12a' })).status).to.equal(422);
    for (let i = 0; i < 4; i += 1) await browser.post('/fr/sign-in/code', { code: wrong(code) });
    const spent = await browser.post('/fr/sign-in/code', { code });
    expect(spent.status).to.equal(401);
    expect(spent.text).to.include('il a été essayé trop souvent');
  });

  it('signs in whoever has the letter, in a new session, back to the requested page', async () => {
    const browser = await web.browser();
    await browser.get('/de/organisations/new');
    const sent = await browser.post('/de/sign-in', { email: 'New@Specimen.example ' });
    expect([sent.status, sent.headers.location]).to.deep.equal([303, '/de/sign-in/code']);
    const code = codeFor(web.letters, 'new@specimen.example');
    expect((await browser.get('/de/sign-in/code')).text).to.include('new@specimen.example');
    const entered = await browser.post('/de/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` });
    expect([entered.status, entered.headers.location]).to.deep.equal([303, '/de/organisations/new']);
    const cookie = String(entered.headers['set-cookie']);
    expect(cookie)
      .to.match(/HttpOnly/i)
      .and.to.match(/SameSite=lax/i);
    const person = await web.deps.store.personByEmail('new@specimen.example');
    expect(person).to.deep.include({ language: 'de', roles: [], memberships: [] });
  });

  it('opens the link with a button, and only the button signs in, once', async () => {
    const { browser, link, code } = await asking('link@specimen.example');
    expect(link).to.match(/^\/fr\/sign-in\/link\?t=[\w-]{43}$/);
    for (let i = 0; i < 3; i += 1) {
      const page = await browser.get(link);
      expect(page.status).to.equal(200);
      expect(page.text).to.include('link@specimen.example');
      expect((await browser.get('/fr/my')).status, 'a look lets nobody in').to.equal(302);
    }
    const t = link.split('t=')[1] ?? '';
    const entered = await browser.post('/fr/sign-in/link', { t }, link);
    expect([entered.status, entered.headers.location]).to.deep.equal([303, '/fr/my']);
    expect((await browser.get('/fr/my')).status).to.equal(200);
    expect((await browser.post('/fr/sign-in/link', { t }, '/fr/account')).status, 'replayed').to.equal(401);
    const fresh = await web.browser();
    await fresh.post('/fr/sign-in', { email: 'link@specimen.example' });
    expect((await fresh.post('/fr/sign-in/code', { code })).status, 'its code').to.equal(401);
  });

  it('refuses the link in another browser, and says where to open it', async () => {
    const { link } = await asking('elsewhere@specimen.example');
    const thief = await web.browser();
    const page = await thief.get(link);
    expect(page.status).to.equal(403);
    expect(page.text).to.include('Ouvrez ce lien là où vous l’avez demandé');
    const t = link.split('t=')[1] ?? '';
    expect((await thief.post('/fr/sign-in/link', { t }, '/fr/sign-in')).status).to.equal(403);
    expect((await thief.get('/fr/sign-in/link?t=forged')).status).to.equal(401);
    expect((await thief.get('/fr/sign-in/link')).status).to.equal(401);
    expect((await thief.get('/fr/sign-in/link?t=a&t=b')).status).to.equal(401);
    expect((await thief.get('/fr/my')).status, 'still a stranger').to.equal(302);
  });

  it('answers the same for a known, an unknown and a removed address', async () => {
    const known = await web.person('known');
    const removed = await web.person('gone', 'officer');
    await noteOnPerson(web.deps, removed.id, { facts: ['person.removed'] }, undefined, {
      removedAt: '2026-11-02T08:00:00.000Z',
    });
    const answers = await Promise.all(
      [known.email, 'nobody@specimen.example', removed.email].map(async (email) => {
        const browser = await web.browser();
        const sent = await browser.post('/fr/sign-in', { email });
        const page = await browser.get('/fr/sign-in/code');
        const refused = await browser.post('/fr/sign-in/code', { code: 'abcdef' });
        return [sent, page, refused].map(({ status, headers, text }) => ({
          status,
          location: headers.location,
          text: text
            .replaceAll(email, '…')
            .replaceAll(tokenIn(text), '…')
            .replace(/nonce="[^"]*"/g, ''),
        }));
      }),
    );
    expect(answers[1]).to.deep.equal(answers[0]);
    expect(answers[2]).to.deep.equal(answers[0]);
    expect(web.letters.some(({ to }) => to === removed.email)).to.equal(false);
  });

  it('refuses look-alikes of an address', async () => {
    const browser = await web.browser();
    const letters = web.letters.length;
    for (const email of [
      'officer@spеcimen.example', // Cyrillic е
      'оfficer@specimen.example', // Cyrillic о
      'officer@specimen。example', // ideographic full stop
      'officer＠specimen.example', // full-width @
      '\u212Anown@specimen.example', // Kelvin sign, a k in lower case
      'offıcer@specimen.example', // dotless i
      'officer@specimen.example\u200b',
      'officer@specimen.example\r\nBcc: other@specimen.example',
      'officer@specimen.example,other@specimen.example',
      '"officer"@specimen.example',
      'officer@[127.0.0.1]',
    ]) {
      expect((await browser.post('/fr/sign-in', { email })).status, email).to.equal(422);
    }
    expect(web.letters.length).to.equal(letters);
  });

  it('ends the session of someone who was removed at the next request', async () => {
    const person = await web.person('leaver', 'officer');
    const browser = await web.browser(person);
    expect((await browser.get('/fr/lists/files')).status).to.equal(200);
    await noteOnPerson(web.deps, person.id, { facts: ['person.removed'] }, undefined, {
      removedAt: '2026-11-02T08:00:00.000Z',
    });
    expect((await browser.get('/fr/lists/files')).headers.location).to.equal('/fr/sign-in');
  });

  it('asks for the address again when a code comes without a request', async () => {
    const browser = await web.browser();
    const page = await browser.get('/it/sign-in/code');
    expect([page.status, page.headers.location]).to.deep.equal([302, '/it/sign-in']);
    const code = await browser.post('/it/sign-in/code', { code: '123456' }, '/it/sign-in');
    expect([code.status, code.headers.location]).to.deep.equal([303, '/it/sign-in']);
  });

  it('says so when no letter can be sent, to everyone alike', async () => {
    const broken = await testWeb('sign-in-no-mail', { mailer: mailUnavailable });
    const removed = await broken.person('gone');
    await noteOnPerson(broken.deps, removed.id, { facts: ['person.removed'] }, undefined, {
      removedAt: '2026-11-02T08:00:00.000Z',
    });
    const browser = await broken.browser();
    for (const email of ['anyone@specimen.example', removed.email]) {
      expect((await browser.post('/fr/sign-in', { email })).status, email).to.equal(503);
    }
    await broken.stop();
  });

  it('offers demonstration accounts in development, and none in production', async () => {
    const production = await testWeb('sign-in-production', {
      mode: 'production',
      demoAccounts: [{ email: 'demo@specimen.example', name: 'Spécimen', roles: ['officer'] }],
    });
    const visitor = await production.browser();
    expect((await visitor.get('/fr/dev/mailbox')).status).to.equal(404);
    const page = await visitor.get('/fr/sign-in');
    expect(page.status).to.equal(200);
    expect(page.text).to.not.include('demo@specimen.example');
    await production.stop();
  });
});
