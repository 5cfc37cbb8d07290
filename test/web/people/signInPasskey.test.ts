// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { recentMs } from '../../../src/policies/recentSignIn.ts';
import { type PasskeyWeb, passkeyWeb } from '../../support/browser/passkeyBrowser.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { tokenIn } from '../../support/web.ts';

describe('passkeys in a real browser', () => {
  let site: PasskeyWeb;
  before(async () => {
    site = await passkeyWeb('passkeys');
  });
  after(() => site.stop());

  const byCode = async (page: Page, email: string) => {
    await page.goto(`${site.origin}/fr/sign-in`);
    await page.getByLabel('e-mail').fill(email);
    await page.getByRole('button', { name: 'Recevoir un code' }).click();
    await page.getByLabel('code').fill(codeFor(site.web.letters, email));
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  };
  const byPasskey = async (page: Page) => {
    await page.goto(`${site.origin}/fr/sign-in`);
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
  };
  const create = (page: Page) => page.getByRole('button', { name: 'Créer une clé d’accès' }).click();
  const arrives = (page: Page, path: string) => page.waitForURL(`${site.origin}${path}`);
  const leave = async (page: Page) => {
    await page.goto(`${site.origin}/fr/account`);
    await page.locator('details.menu.wide-only summary').click();
    await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
    await arrives(page, '/fr');
  };
  const factsOf = async (personId: string) =>
    (await site.web.deps.store.records(`people/${personId}`)).flatMap(({ facts }) => facts);

  it('are offered after the first code, created with one button, and sign in without an address', async () => {
    const person = await site.web.person('keyholder');
    const { page } = await site.open();
    await byCode(page, person.email);
    await arrives(page, '/fr/account/passkey-offer');
    await create(page);
    await arrives(page, '/fr/my');
    const [passkey] = await site.web.deps.access.passkeys.of(person.id);
    expect(passkey).to.include({ personId: person.id, usedAt: null, device: 'Chrome · Linux' });

    await leave(page);
    await byPasskey(page);
    await arrives(page, '/fr/my');
    const [used] = await site.web.deps.access.passkeys.of(person.id);
    expect(used?.usedAt).to.be.a('string');
    expect(await factsOf(person.id)).to.deep.equal([
      'person.enrolled',
      'person.signedIn',
      'person.passkeyAdded',
      'person.signedIn',
    ]);
    await page.goto(`${site.origin}/fr/account`);
    expect(await page.getByRole('main').textContent()).to.include('avec une clé d’accès');
  });

  it('are offered once, and the offer is skipped with one link', async () => {
    const person = await site.web.person('skipper');
    const { page } = await site.open();
    await page.goto(`${site.origin}/fr/organisations/new`);
    await byCode(page, person.email);
    await arrives(page, '/fr/account/passkey-offer');
    await page.getByRole('link', { name: 'Plus tard' }).click();
    await arrives(page, '/fr/organisations/new');
    await leave(page);
    await byCode(page, person.email);
    await arrives(page, '/fr/my');
  });

  it('are added after a recent sign-in only, to which the button leads', async () => {
    const person = await site.web.person('late-adder');
    const { page } = await site.open();
    await byCode(page, person.email);
    await page.getByRole('link', { name: 'Plus tard' }).click();
    await arrives(page, '/fr/my');
    const kept = site.web.connection.collection<{ data: string }>('sessions');
    const session = await kept.findOne({ personId: person.id });
    const data = { ...JSON.parse(session?.data ?? '{}'), provedAt: -recentMs - 1 };
    await kept.updateOne({ personId: person.id }, { $set: { data: JSON.stringify(data) } });

    await page.goto(`${site.origin}/fr/account`);
    await page.getByRole('button', { name: 'Créer une clé d’accès' }).click();
    await arrives(page, '/fr/sign-in');
    expect(await page.getByLabel('e-mail').inputValue()).to.equal(person.email);
    expect(await page.getByRole('main').textContent()).to.include('confirmez encore une fois que c’est vous');
    expect(await site.web.deps.access.passkeys.of(person.id)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Recevoir un code' }).click();
    await page.getByLabel('code').fill(codeFor(site.web.letters, person.email));
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await arrives(page, '/fr/account');
    await page.getByRole('button', { name: 'Créer une clé d’accès' }).click();
    await page.getByRole('button', { name: 'Retirer' }).waitFor();
    expect(await site.web.deps.access.passkeys.of(person.id)).to.have.length(1);
  });

  it('are listed and removed by their owner; the device then cannot sign in', async () => {
    const person = await site.web.person('remover');
    const { page } = await site.open();
    await byCode(page, person.email);
    await create(page);
    await arrives(page, '/fr/my');
    await page.goto(`${site.origin}/fr/account`);
    await page.getByRole('button', { name: 'Retirer la clé d’accès Chrome · Linux' }).click();
    await page.getByText('Vous n’en avez pas encore.').waitFor();
    expect((await factsOf(person.id)).at(-1)).to.equal('person.passkeyRemoved');
    await leave(page);
    await byPasskey(page);
    await page.getByText('La clé d’accès n’a pas répondu.').waitFor();
    expect(new URL(page.url()).pathname).to.equal('/fr/sign-in');
  });

  it('are refused and logged when their counter decreases, as for a copy', async () => {
    const person = await site.web.person('cloned');
    const { page, device, authenticatorId } = await site.open();
    await byCode(page, person.email);
    await create(page);
    await arrives(page, '/fr/my');
    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
    const copy = credentials[0];
    if (!copy) throw new Error('the device has no key');
    await leave(page);
    for (let i = 0; i < 2; i += 1) {
      await byPasskey(page);
      await arrives(page, '/fr/my');
      await leave(page);
    }
    await device.send('WebAuthn.removeCredential', { authenticatorId, credentialId: copy.credentialId });
    await device.send('WebAuthn.addCredential', { authenticatorId, credential: copy });
    await byPasskey(page);
    await page.getByText('La clé d’accès n’a pas répondu.').waitFor();
    expect((await factsOf(person.id)).at(-1)).to.equal('person.passkeyRefused');
  });

  it('are refused without user verification', async () => {
    const person = await site.web.person('unverified');
    const { page, device, authenticatorId } = await site.open();
    await byCode(page, person.email);
    await create(page);
    await arrives(page, '/fr/my');
    await leave(page);
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await byPasskey(page);
    await page.getByText('La clé d’accès n’a pas répondu.').waitFor();

    // A browser that was made to ask the device for less, so that its answer does reach us.
    await page.route('**/sign-in/passkey/options', async (route) => {
      const response = await route.fetch();
      const options = await response.json();
      await route.fulfill({ response, json: { ...options, userVerification: 'discouraged' } });
    });
    const answered = page.waitForResponse((response) => response.url().endsWith('/sign-in/passkey'));
    await byPasskey(page);
    expect((await answered).status()).to.equal(401);
  });

  it('answer one challenge once: a replay is refused', async () => {
    const person = await site.web.person('replayed');
    const { page, context } = await site.open();
    await byCode(page, person.email);
    await create(page);
    await arrives(page, '/fr/my');
    await leave(page);
    const sent = page.waitForRequest((request) => request.url().endsWith('/sign-in/passkey'));
    await byPasskey(page);
    const answer = (await sent).postData() ?? '';
    await arrives(page, '/fr/my');
    await context.clearCookies();
    const html = await (await context.request.get(`${site.origin}/fr/sign-in`)).text();
    const headers = {
      'X-CSRF-Token': tokenIn(html),
      'Content-Type': 'application/json',
      Accept: 'application/json',
    };
    const send = (data: string) =>
      context.request.post(`${site.origin}/fr/sign-in/passkey`, { data, headers });
    expect((await send(answer)).status(), 'without a challenge').to.equal(401);
    await context.request.post(`${site.origin}/fr/sign-in/passkey/options`, { data: '{}', headers });
    expect((await send(answer)).status(), 'with another challenge').to.equal(401);
    for (const forged of ['{}', '{"id":5}', '{"id":{"$gt":""}}', JSON.stringify({ id: 'x'.repeat(5000) })]) {
      await context.request.post(`${site.origin}/fr/sign-in/passkey/options`, { data: '{}', headers });
      expect((await send(forged)).status(), forged.slice(0, 40)).to.equal(401);
    }
    expect(site.web.logged).to.deep.equal([]);
  });

  it('fall back to the code where they do not work', async () => {
    const { page } = await site.open();
    await page.goto(`${site.origin.replace('localhost', '127.0.0.1')}/fr/sign-in`);
    await page.getByRole('button', { name: 'Recevoir un code' }).waitFor();
    expect(
      await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).isVisible(),
    ).to.equal(false);
  });
});

describe('strong sign-in', () => {
  let site: PasskeyWeb;
  before(async () => {
    site = await passkeyWeb('strong', { requireStrongSignIn: true });
  });
  after(() => site.stop());

  it('gives staff roles to passkeys only: the first is created by code, no other is', async () => {
    const officer = await site.web.person('officer', 'officer');
    const desk = await site.web.browser(officer);
    const answer = await desk.get('/fr/lists/files');
    expect([answer.status, answer.headers.location]).to.deep.equal([302, '/fr/account']);
    expect((await desk.get('/fr/account')).text).to.include('Vos rôles au label ne comptent pas');
    const acted = await desk.post('/fr/files/A-2026-000001/accept', {}, '/fr/account');
    expect(acted.status, 'what only an officer does').to.be.oneOf([403, 404]);

    const { page } = await site.open();
    await page.goto(`${site.origin}/fr/lists/files`);
    await page.getByLabel('e-mail').fill(officer.email);
    await page.getByRole('button', { name: 'Recevoir un code' }).click();
    await page.getByLabel('code').fill(codeFor(site.web.letters, officer.email));
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await page.waitForURL(`${site.origin}/fr/account/passkey-offer`);
    await page.getByRole('button', { name: 'Créer une clé d’accès' }).click();
    await page.waitForURL(`${site.origin}/fr/lists/files`);

    expect((await desk.get('/fr/lists/files')).status, 'the session by code').to.equal(302);
    const account = (await desk.get('/fr/account')).text;
    expect(account).to.include('connectez-vous d’abord avec celle que vous avez');
    expect(account).to.not.include('/passkeys/remove');
    const [passkey] = await site.web.deps.access.passkeys.of(officer.id);
    const id = passkey?.id ?? '';
    for (const path of ['options', 'remove']) {
      const answer = await desk.post(`/fr/account/passkeys/${path}`, { id }, '/fr/account');
      expect(answer.status, path).to.equal(403);
    }
    expect(await site.web.deps.access.passkeys.of(officer.id)).to.have.length(1);
  });

  it('requires nothing more of people without a role', async () => {
    const owner = await site.web.person('owner');
    const browser = await site.web.browser(owner);
    expect((await browser.get('/fr/my')).text).to.not.include('Vos rôles au label');
  });
});
