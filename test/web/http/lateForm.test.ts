import { expect } from 'chai';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { unescapeHtml } from '../../support/unescapeHtml.ts';
import type { Browser } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

const origin = 'http://label.example';
const form = 'application/x-www-form-urlencoded';

describe('a form sent after the session expired', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  before(async () => {
    web = await webWithApplicants('late-form');
    draft = await web.completeDraft();
  });
  after(() => web.stop());

  /** The page of an offer as its owner has it open, as the fields of a form. */
  const opened = async (browser: Browser, path: string) => {
    const { text } = await browser.get(path);
    const csrf = /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    return { csrf, versionToken: /name="versionToken" value="([^"]*)"/.exec(text)?.[1] ?? '' };
  };
  const send = (browser: Browser, path: string, fields: Record<string, string>, from = origin) =>
    browser.send(path, form, new URLSearchParams(fields).toString()).set('Origin', from);
  const signIn = async (browser: Browser) => {
    await browser.post('/fr/sign-in', { email: draft.owner.email });
    return browser.post('/fr/sign-in/code', { code: codeFor(web.letters, draft.owner.email) });
  };
  const endSessions = () => web.deps.sessions.endAll(draft.owner.id);
  /** Sends the form of the page as it stands, hidden fields and all. */
  const sendShown = (browser: Browser, html: string) => {
    const main = /<form class="card late"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
    const action = /action="([^"]*)"/.exec(main)?.[1] ?? '';
    const fields = [...main.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, unescapeHtml(value)] as [string, string],
    );
    const body = new URLSearchParams(fields).toString();
    return browser.send(action, form, body).set('Origin', origin);
  };

  it('is kept, shown after signing in, and saved by one button', async () => {
    const browser = await web.browser(draft.owner);
    const path = `${draft.at}/offers`;
    const { csrf } = await opened(browser, path);
    await endSessions();
    const before = await web.deps.store.selfAssessment(draft.id);
    const typed = {
      csrf,
      name: 'Pain <d’ici> & "sel"',
      type: 'food',
      sheet: 'Une fiche écrite longtemps,\nen deux lignes.',
    };
    const late = await send(browser, path, typed);
    expect([late.status, late.headers.location]).to.deep.equal([303, '/fr/sign-in']);
    expect((await browser.get('/fr/sign-in')).text).to.include('Ce que vous avez écrit est gardé.');
    const entered = await signIn(browser);
    expect(entered.headers.location).to.equal('/fr/typed');
    const page = await browser.get('/fr/typed');
    expect(page.text).to.include('Voici ce que vous aviez écrit').and.to.include('écrite longtemps');
    expect(page.text).to.not.include('<d’ici>');
    expect(await web.deps.store.selfAssessment(draft.id), 'nothing is done by itself').to.deep.equal(before);
    const saved = await sendShown(browser, page.text);
    expect(saved.status).to.equal(303);
    const assessment = await web.deps.store.selfAssessment(draft.id);
    const offer = assessment?.offersNamed.find(({ name }) => name === typed.name);
    expect(offer?.sheet).to.equal(typed.sheet);
    expect((await browser.get('/fr/typed')).headers.location, 'it is gone once sent').to.equal('/fr/my');
  });

  it('is shown at once after signing in again in another tab', async () => {
    const browser = await web.browser(draft.owner);
    const path = `${draft.at}/offers`;
    const { csrf } = await opened(browser, path);
    await endSessions();
    await signIn(browser);
    const late = await send(browser, path, { csrf, name: 'Deux onglets', type: 'food', sheet: 'Fiche' });
    expect([late.status, late.headers.location]).to.deep.equal([303, '/fr/typed']);
    const discarded = await browser.post('/fr/typed/discard', {}, '/fr/typed');
    expect(discarded.headers.location).to.equal('/fr/my');
    expect((await browser.get('/fr/typed')).headers.location).to.equal('/fr/my');
  });

  it('is not shown to anybody else who signs in with this browser', async () => {
    const browser = await web.browser(draft.owner);
    const path = `${draft.at}/offers`;
    const { csrf } = await opened(browser, path);
    await endSessions();
    await send(browser, path, { csrf, name: 'À moi', type: 'food', sheet: 'Mon secret de fabrication' });
    await browser.post('/fr/sign-in', { email: 'someone-else@specimen.example' });
    const code = codeFor(web.letters, 'someone-else@specimen.example');
    const entered = await browser.post('/fr/sign-in/code', { code });
    expect(entered.headers.location).to.equal('/fr/my');
    expect((await browser.get('/fr/typed')).headers.location).to.equal('/fr/my');
  });

  it('is not kept from another site, or from an unknown sender', async () => {
    const browser = await web.browser(draft.owner);
    const path = `${draft.at}/offers`;
    await endSessions();
    const fields = { csrf: 'x', name: 'Piège', type: 'food', sheet: 'Piège' };
    for (const from of [
      'https://elsewhere.example',
      'null',
      'http://label.example.elsewhere.example',
      'https://label.example',
    ]) {
      expect((await send(browser, path, fields, from)).status, from).to.equal(403);
    }
    const body = new URLSearchParams(fields).toString();
    expect((await browser.send(path, form, body)).status, 'no Origin').to.equal(403);
    await signIn(browser);
    expect((await browser.get('/fr/typed')).headers.location).to.equal('/fr/my');
  });

  it('is only ever sent to its own address', async () => {
    const browser = await web.browser();
    for (const path of ['//elsewhere.example/fr/my', '/\\elsewhere.example', '/fr/nothing', '/fr/register']) {
      const answer = await send(browser, path, { name: 'Piège' });
      expect(answer.status, path).to.be.oneOf([400, 404, 405]);
    }
    await send(browser, '/fr/organisations/new?next=//elsewhere.example', { name: 'Association' });
    await signIn(browser);
    const { text } = await browser.get('/fr/typed');
    expect(text).to.include('action="/fr/organisations/new?next=//elsewhere.example"');
  });

  it('gets problem details when a program sent it', async () => {
    const browser = await web.browser();
    const answer = await browser
      .send(`${draft.at}/offers`, 'application/json', '{"name":"x"}')
      .set('Origin', origin)
      .set('Accept', 'application/json');
    expect(answer.status).to.equal(401);
    expect(answer.type).to.equal('application/problem+json');
    expect(JSON.parse(answer.text)).to.include({ code: 'signInRequired', status: 401 });
  });

  it('is refused when too long to keep', async () => {
    const browser = await web.browser();
    const body = `name=x&sheet=${'x'.repeat(66_000)}`;
    expect((await browser.send(`${draft.at}/offers`, form, body).set('Origin', origin)).status).to.equal(401);
  });

  it('of the sign-in page itself is simply shown again', async () => {
    const browser = await web.browser();
    const late = await send(browser, '/fr/sign-in', { csrf: 'old', email: 'a@specimen.example' });
    expect([late.status, late.headers.location]).to.deep.equal([303, '/fr/sign-in?late=1']);
    expect((await browser.get('/fr/sign-in?late=1')).text).to.include('ouverte depuis trop longtemps');
    expect((await send(browser, '/fr/sign-out', { csrf: 'old' })).headers.location).to.include('/fr/sign-in');
  });
});
