// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import type { Person } from '../../../src/commands/items/items.ts';
import { guardedAction, guardedActions, recentMs } from '../../../src/policies/recentSignIn.ts';
import { privateRoutes } from '../../../src/web/privateRoutes.ts';
import { joinByInvitation, registerSpecimen } from '../../support/organisations.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { type Browser, shown, type TestWeb, testWeb, tokenIn } from '../../support/web.ts';

/** Forms of these sections that any open session may send: they change no access, end no label and nothing that is kept of a person. */
const openBecause = {
  'says something of oneself, which can be said anew': ['/account', '/account/letters'],
  'ends a way to read one’s own dates, which can be made anew': ['/account/calendar/revoke'],
  'lets nobody in who was out': ['/organisations/new', '/organisations/:id/invitations/withdraw'],
  'describes the organisation; a label that it holds is decided on by an officer': [
    '/organisations/:id',
    '/organisations/:id/identity',
    '/organisations/:id/name',
    '/organisations/:id/story',
  ],
  'tells or asks something, on which somebody else decides': [
    '/organisations/:id/labels/:number/appeal',
    '/organisations/:id/labels/:number/changes',
    '/organisations/:id/labels/:number/conditions/:conditionId/proof',
    '/organisations/:id/labels/:number/declaration/:surveillanceId',
    '/organisations/:id/labels/:number/hearing',
    '/organisations/:id/labels/:number/statements/:complaintId',
  ],
  'opens a file that its owner submits': [
    '/organisations/:id/labels/:number/changes/:changeId',
    '/organisations/:id/labels/:number/extension',
    '/organisations/:id/labels/:number/renewal',
  ],
  'brings a document into the library of a file, as the evidence of an application does': [
    '/organisations/:id/labels/:number/appeal/documents',
    '/organisations/:id/labels/:number/conditions/documents',
    '/organisations/:id/labels/:number/hearing/documents',
  ],
  'looks for goods, services or partners, and writes about them': [
    '/organisations/:id/exchanges/new',
    '/organisations/:id/exchanges/needs/:needId',
    '/organisations/:id/exchanges/needs/:needId/close',
    '/organisations/:id/exchanges/needs/:needId/withdraw',
    '/organisations/:id/exchanges/conversations/:conversationId/block',
    '/organisations/:id/exchanges/conversations/:conversationId/outcome',
    '/organisations/:id/exchanges/conversations/:conversationId/write',
  ],
  'changes how an offer is shown, which can be changed back': [
    '/organisations/:id/labels/:number/offers/:offerId',
    '/organisations/:id/labels/:number/offers/:offerId/photo',
    '/organisations/:id/labels/:number/offers/:offerId/photo/remove',
  ],
  'keeps the label as it is': [
    '/organisations/:id/labels/:number/notice/object',
    '/organisations/:id/labels/:number/notice/take-back',
  ],
};
const open = Object.values(openBecause).flat();

describe('a recent sign-in', () => {
  let web: TestWeb;
  let now = Date.parse('2026-11-02T08:00:00.000Z');
  let guardedPaths: string[];
  /** Open forms that no route takes any more. */
  let stale: string[];
  before(async () => {
    web = await testWeb('recent', {}, { now: () => new Date(now) });
    const { stack } = privateRoutes({ deps: web.deps, i18n: shown.i18n });
    const forms = stack
      .filter(({ methods, path }) => methods.includes('POST') && typeof path === 'string')
      .map(({ path }) => String(path).replace('/:language', ''))
      .filter((path) => /^\/(?:account|api-keys|people|organisations|webhooks)(?:\/|$)/.test(path));
    guardedPaths = forms.filter((path) => !open.includes(path));
    stale = open.filter((path) => !forms.includes(path));
  });
  after(() => web.stop());

  const later = () => {
    now += recentMs + 1000;
  };
  /** Sends a form as the page of an account would: its token, then the fields. */
  const send = async (browser: Browser, path: string, fields: Readonly<Record<string, string>> = {}) =>
    browser.post(path, fields, '/fr/account');
  const enter = async (browser: Browser, { email }: Person) => {
    await browser.post('/fr/sign-in', { email });
    return browser.post('/fr/sign-in/code', { code: codeFor(web.letters, email) });
  };
  /** Sends what the page after signing in anew shows, as its button does. */
  const sendTyped = async (browser: Browser) => {
    const { text } = await browser.get('/fr/typed');
    const [, form = ''] = /<form class="card late"([\s\S]*?)<\/form>/.exec(text) ?? [];
    const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
    const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    return browser.send(
      action,
      'form',
      new URLSearchParams(fields.map(([, n = '', v = '']): [string, string] => [n, v])).toString(),
    );
  };
  const cast = async (label: string) => {
    const owner = await web.person(`${label}-owner`, 'administrator');
    const organisation = await registerSpecimen(web.deps, owner);
    return { owner, organisation, browser: await web.browser(owner) };
  };

  it('is required by every form about access, roles and personal data, and a new one cannot be forgotten', async () => {
    expect(guardedPaths).to.have.length.above(15);
    expect(stale).to.deep.equal([]);
    const path = (route: string) => route.slice(1).replaceAll(/:\w+/g, 'x');
    expect(guardedPaths.filter((route) => guardedAction(path(route)) === null)).to.deep.equal([]);
    expect(open.filter((route) => guardedAction(path(route)) !== null)).to.deep.equal([]);
    const actions = new Set(guardedPaths.map((route) => guardedAction(path(route))));
    expect([...actions].sort()).to.deep.equal([...guardedActions].sort());
  });

  it('blocks every later request without it, for any spelling of the address, in every language', async () => {
    const { owner, organisation, browser } = await cast('every');
    const id = (route: string) => (route.startsWith('/people') ? owner.id : organisation);
    later();
    const before = JSON.stringify(await web.deps.store.person(owner.id));
    const csrf = tokenIn((await browser.get('/fr/account')).text);
    const body = new URLSearchParams({ csrf, typed: owner.email }).toString();
    for (const [i, route] of guardedPaths.entries()) {
      const path = route.replace(':id', id(route)).replaceAll(/:\w+/g, 'x');
      const upper = path.replace(/[a-z-]+$/, (word) => word.toUpperCase());
      const language = ['fr', 'de', 'it', 'en'][i % 4];
      for (const address of [`/${language}${path}`, `/fr${path}/`, `/fr${upper}`, `/fr${path}?x=1`]) {
        const { status, headers } = await browser.send(address, 'form', body);
        // Some spellings lead nowhere, or into no section, which is as good.
        if (![403, 404, 405].includes(status) || address === `/${language}${path}`) {
          expect([status, headers.location], address).to.deep.equal([303, `${address.slice(0, 3)}/sign-in`]);
        }
      }
    }
    expect(JSON.stringify(await web.deps.store.person(owner.id))).to.equal(before);
    expect((await browser.get('/fr/my')).status, 'still signed in').to.equal(200);
  });

  it('is at most ten minutes old', async () => {
    const { browser } = await cast('minutes');
    now += recentMs;
    expect((await send(browser, '/fr/account/export')).headers['content-type']).to.include('zip');
    now += 1000;
    expect((await send(browser, '/fr/account/export')).headers.location).to.equal('/fr/sign-in');
  });

  it('shows what was sent again for confirmation, and loses none of it', async () => {
    const { browser, owner } = await cast('back');
    const person = await web.person('back-person');
    later();
    const { text } = await browser.get(`/fr/people/${person.id}`);
    const revision = /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';
    const fields = { csrf: tokenIn(text), revision, officer: 'yes' };
    const asked = await browser.send(
      `/fr/people/${person.id}`,
      'form',
      new URLSearchParams(fields).toString(),
    );
    expect(asked.headers.location).to.equal('/fr/sign-in');
    const page = await browser.get('/fr/sign-in');
    expect(page.text)
      .to.include('confirmez encore une fois que c’est vous')
      .and.to.include(`value="${owner.email}"`);
    expect((await web.deps.store.person(person.id))?.roles).to.deep.equal([]);

    expect((await enter(browser, owner)).headers.location).to.equal('/fr/typed');
    expect((await browser.get('/fr/typed')).text)
      .to.include('Changer les rôles d’une personne')
      .and.include(`Il s’agit de ${person.name}`);
    expect((await web.deps.store.person(person.id))?.roles, 'nothing goes by itself').to.deep.equal([]);
    const done = await sendTyped(browser);
    expect(done.status, done.text).to.equal(303);
    expect(done.headers.location).to.include(`/fr/people/${person.id}`);
    expect((await browser.get('/fr/typed')).headers.location, 'sent once').to.equal('/fr/my');
  });

  it('shows it to nobody else who signs in instead', async () => {
    const { browser } = await cast('mine');
    const other = await web.person('other');
    later();
    await send(browser, '/fr/account/erase', { typed: 'a text of the first person' });
    expect((await enter(browser, other)).headers.location).to.equal('/fr/my');
    expect((await browser.get('/fr/typed')).headers.location).to.equal('/fr/my');
  });

  it('ends the session of another device', async () => {
    const { browser, owner } = await cast('ending');
    const own = (await web.deps.sessions.of(owner.id)).map((one) => one.id);
    const elsewhere = await web.browser(owner);
    const id =
      (await web.deps.sessions.of(owner.id)).map((one) => one.id).find((one) => !own.includes(one)) ?? '';
    later();
    const sessions = async () => (await web.deps.sessions.of(owner.id)).length;
    await send(browser, '/fr/account/sessions/end', { id });
    expect(await sessions()).to.equal(2);
    await enter(browser, owner);
    await sendTyped(browser);
    const left = await Promise.all([browser, elsewhere].map(async (one) => (await one.get('/fr/my')).status));
    expect(left).to.deep.equal([200, 302]);
  });

  it('names the person a form is about to those who may know them, without hidden fields', async () => {
    const { browser, owner, organisation } = await cast('about');
    const member = await joinByInvitation(web.deps, owner, organisation, await web.person('member'));
    const stranger = await web.person('stranger');
    for (const [person, named] of [
      [member, true],
      [stranger, false],
    ] as const) {
      later();
      await send(browser, `/fr/organisations/${organisation}/people/remove`, { person: person.id });
      await enter(browser, owner);
      const { text } = await browser.get('/fr/typed');
      expect(text).to.include('Retirer une personne de l’organisation').and.not.include(`>${person.id}`);
      expect(text.includes(person.name), person.name).to.equal(named);
    }
    later();
    await send(browser, '/fr/account/sessions/end', { id: 'a'.repeat(64) });
    await enter(browser, owner);
    expect((await browser.get('/fr/typed')).text).to.not.include(`>${'a'.repeat(64)}`);
  });

  it('tells a script where to go, and returns to the account', async () => {
    const { browser, owner } = await cast('script');
    later();
    const csrf = tokenIn((await browser.get('/fr/account')).text);
    const answer = await browser
      .send('/fr/account/passkeys/options', 'json', '{}')
      .set({ Accept: 'application/json', 'X-CSRF-Token': csrf });
    expect([answer.status, answer.body.code]).to.deep.equal([401, 'recentSignInRequired']);
    expect(answer.body.params).to.deep.equal({ signIn: '/fr/sign-in' });
    expect((await enter(browser, owner)).headers.location).to.equal('/fr/account');
  });

  it('by code does not weaken a strong session', async () => {
    const staff = await testWeb('recent-strong', { requireStrongSignIn: true }, { now: () => new Date(now) });
    const officer = await staff.person('strong', 'officer');
    const browser = await staff.browser(officer);
    await staff.connection
      .collection('sessions')
      .updateOne({ personId: officer.id }, { $set: { how: 'passkey' } });
    await browser.post('/fr/sign-in', { email: officer.email });
    await browser.post('/fr/sign-in/code', { code: codeFor(staff.letters, officer.email) });
    expect((await browser.get('/fr/lists/files')).status).to.equal(200);
    const weak = await staff.browser(officer);
    expect((await weak.get('/fr/lists/files')).status, 'a code alone opens no such session').to.equal(302);
    await staff.stop();
  });
});
