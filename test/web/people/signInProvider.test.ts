import { expect } from 'chai';
import type { Person } from '../../../src/commands/items/items.ts';
import { noteOnPerson } from '../../../src/commands/people/accounts/noteOnPerson.ts';
import { callbackPath, createProvider } from '../../../src/identity/createProvider.ts';
import { identityProvider, type TestProvider, testClient } from '../../support/servers/identityProvider.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const publicUrl = 'http://label.example';
/** What the provider says of people unless a test says otherwise. */
const strong = { acr: ['two-factors'], amr: ['hwk'] };

describe('signing in with an identity provider', () => {
  let provider: TestProvider;
  let web: TestWeb;
  before(async () => {
    provider = await identityProvider(`${publicUrl}${callbackPath}`);
    const { issuer } = provider;
    web = await testWeb('provider', { requireStrongSignIn: true }, undefined, {
      provider: createProvider({ issuer, ...testClient, name: 'Chambre', strong }, publicUrl),
    });
  });
  after(async () => {
    await provider.stop();
    await web.stop();
  });

  /** Goes to the provider and back; gives the answer to the callback. */
  const visit = async (browser: Browser, language = 'fr') => {
    const out = await browser.get(`/${language}/sign-in/oidc`);
    expect(out.status).to.equal(302);
    return browser.get(await provider.visit(String(out.headers.location)));
  };
  const as = (subject: string, email: string, verified = true) =>
    provider.signInAs(subject, { email, email_verified: verified }, { acr: 'two-factors' });

  it('signs in staff with a known verified address, and later by their identity', async () => {
    const officer = await web.person('officer', 'officer');
    as('o-1', 'Officer@Specimen.example');
    const browser = await web.browser();
    expect((await browser.get('/fr/sign-in')).text).to.include('Se connecter avec Chambre');
    await browser.get('/de/lists/files');
    const back = await visit(browser, 'de');
    expect([back.status, back.headers.location]).to.deep.equal([302, '/de/lists/files']);
    expect((await browser.get('/de/lists/files')).status, 'a strong session').to.equal(200);

    as('o-1', 'renamed@specimen.example');
    const again = await web.browser();
    expect((await visit(again)).headers.location).to.equal('/fr/day');
    const facts = (await web.deps.store.records(`people/${officer.id}`)).flatMap(({ facts: all }) => all);
    expect(facts).to.deep.equal([
      'person.enrolled',
      'person.identityLinked',
      'person.signedIn',
      'person.signedIn',
    ]);
  });

  /** What a provider says of how someone signed in, and whether the settings make it strong. */
  const said = [
    ['acr that is named', { acr: 'two-factors' }, true],
    ['amr that is named', { amr: ['hwk'] }, true],
    ['amr that is named beside others', { amr: ['pwd', 'hwk'] }, true],
    ['acr that is not', { acr: 'password' }, false],
    ['amr that are not', { amr: ['pwd', 'mfa'] }, false],
    ['values of the other claim', { acr: 'hwk', amr: ['two-factors'] }, false],
    ['nothing', {}, false],
  ] as const;
  for (const [i, [title, strength, counts]] of said.entries()) {
    it(`${counts ? 'counts' : 'does not count'} as strong by ${title}`, async () => {
      const officer = await web.person(`how-${i}`, 'officer');
      provider.signInAs(`how-${i}`, { email: officer.email, email_verified: true }, strength);
      const browser = await web.browser();
      expect((await visit(browser)).status).to.equal(302);
      expect((await browser.get('/fr/my')).status).to.equal(200);
      expect((await browser.get('/fr/lists/files')).status).to.equal(counts ? 200 : 302);
      const mayMakeKey = await browser.post('/fr/account/passkeys/options', {}, '/fr/account');
      expect(mayMakeKey.status, 'the first key of who has none').to.equal(200);
    });
  }

  it('counts nobody as strong without configured values, and requests the configured ones', async () => {
    const { issuer } = provider;
    const none = { issuer, ...testClient, name: 'Chambre', strong: { acr: [], amr: [] } };
    const { begin, finish } = createProvider(none, publicUrl);
    provider.signInAs('none', { email: 'n@specimen.example' }, { acr: 'two-factors', amr: ['hwk'] });
    const { address, visit: begun } = await begin(false);
    expect(new URL(address).searchParams.get('acr_values')).to.equal(null);
    const { search } = new URL(await provider.visit(address), publicUrl);
    expect((await finish(search, begun))?.strong).to.equal(false);
    const asked = await createProvider({ ...none, strong }, publicUrl).begin(false);
    expect(new URL(asked.address).searchParams.get('acr_values')).to.equal('two-factors');
  });

  it('requires a fresh sign-in when asked again, and refuses an answer without its time', async () => {
    const { issuer } = provider;
    const { begin, finish } = createProvider({ issuer, ...testClient, name: 'Chambre', strong }, publicUrl);
    as('anew', 'anew@specimen.example');
    const before = Date.now() - 1000;
    const { address, visit: begun } = await begin(true);
    const { searchParams } = new URL(address);
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).to.deep.equal(['login', '600']);
    const { search } = new URL(await provider.visit(address), publicUrl);
    expect((await finish(search, begun))?.provedAt).to.be.at.least(before);

    const plain = await begin(false);
    const back = new URL(await provider.visit(plain.address), publicUrl);
    expect(await finish(back.search, { ...plain.visit, anew: true })).to.equal(null);
  });

  it('refuses everyone else, in plain words and their language', async () => {
    await web.person('plain');
    const gone = await web.person('gone', 'officer');
    await noteOnPerson(web.deps, gone.id, { facts: ['person.removed'] }, undefined, {
      removedAt: '2026-11-02T08:00:00.000Z',
    });
    await web.person('unverified', 'officer');
    for (const [subject, email, verified] of [
      ['n-1', 'nobody@specimen.example', true],
      ['n-2', 'plain@specimen.example', true],
      ['n-3', gone.email, true],
      ['n-4', 'unverified@specimen.example', false],
      ['n-5', 'officer@specimen.example', true], // The officer's address, but another identity than theirs.
    ] as const) {
      as(subject, email, verified);
      const browser = await web.browser();
      const back = await visit(browser, 'it');
      expect(back.status, email).to.equal(403);
      expect(back.text, email).to.include('Non potete accedere in questo modo');
      expect((await browser.get('/fr/my')).status, email).to.equal(302);
    }
    expect(await web.deps.store.personByEmail('nobody@specimen.example')).to.equal(null);
  });

  it('no longer signs in people who lost every role', async () => {
    const person = await web.person('former', 'officer');
    as('f-1', person.email);
    expect((await visit(await web.browser())).status).to.equal(302);
    await noteOnPerson(
      web.deps,
      person.id,
      { facts: ['person.rolesChanged'], data: { given: [], taken: ['officer'] } },
      undefined,
      { roles: [] },
    );
    expect((await visit(await web.browser())).status).to.equal(403);
  });

  it('refuses an answer that was not requested here, is used twice, or changed', async () => {
    const person = await web.person('careful', 'officer');
    as('c-1', person.email);
    const browser = await web.browser();
    const out = await browser.get('/fr/sign-in/oidc');
    const back = await provider.visit(String(out.headers.location));
    const stranger = await web.browser();
    expect((await stranger.get(back)).status, 'without a visit').to.equal(403);
    await stranger.get('/fr/sign-in/oidc');
    expect((await stranger.get(back)).status, 'another browser’s').to.equal(403);
    expect((await browser.get(back.replace(/state=[^&]+/, 'state=x'))).status, 'state').to.equal(403);
    expect((await browser.get(back)).status, 'a visit ends with its first answer').to.equal(403);
    for (const query of [
      '',
      '?code=x',
      '?error=access_denied',
      '?code=x&state=y&iss=https://elsewhere.example',
    ]) {
      await browser.get('/fr/sign-in/oidc');
      expect((await browser.get(`${callbackPath}${query}`)).status, query).to.equal(403);
    }
    expect((await visit(browser)).status).to.equal(302);
    expect((await browser.get(back)).status, 'replayed').to.equal(403);
    expect(web.logged).to.deep.equal([]);
  });

  it('uses PKCE, state and nonce, and a fixed redirect address whatever the Host', async () => {
    const out = await (await web.browser()).get('/fr/sign-in/oidc');
    const { searchParams } = new URL(String(out.headers.location));
    expect(searchParams.get('redirect_uri')).to.equal(`${publicUrl}${callbackPath}`);
    expect(searchParams.get('code_challenge_method')).to.equal('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(searchParams.get(name)).to.match(/^.{40,}$/);
  });

  it('reads the address from the ID token where a provider puts it there', async () => {
    const other = await identityProvider(`${publicUrl}${callbackPath}`, true);
    const settings = { issuer: other.issuer, ...testClient, name: 'Andere', strong };
    const { begin, finish } = createProvider(settings, publicUrl);
    for (const verified of [true, false, undefined]) {
      other.signInAs('t-1', {
        email: 'T@specimen.example',
        ...(verified !== undefined && { email_verified: verified }),
      });
      const { address, visit: begun } = await begin(false);
      const { search } = new URL(await other.visit(address), publicUrl);
      expect(await finish(search, begun)).to.deep.equal({
        issuer: other.issuer,
        subject: 't-1',
        verifiedEmail: verified ? 't@specimen.example' : '',
        strong: false,
        provedAt: null,
      });
    }
    await other.stop();
  });

  it('does not exist unless configured, and reports a provider that does not answer', async () => {
    const none = await testWeb('provider-none');
    const visitor = await none.browser();
    expect((await visitor.get('/fr/sign-in/oidc')).status).to.equal(404);
    expect((await visitor.get(callbackPath)).status).to.equal(404);
    expect((await visitor.get('/fr/sign-in')).text).to.not.include('/sign-in/oidc');
    await none.stop();
    const away = await testWeb('provider-away', {}, undefined, {
      provider: createProvider(
        { issuer: 'http://127.0.0.1:9', ...testClient, name: 'Weg', strong },
        publicUrl,
      ),
    });
    expect((await (await away.browser()).get('/fr/sign-in/oidc')).status).to.equal(503);
    expect(away.logged).to.deep.equal([]);
    await away.stop();
  });

  it('does not let provider users create a first passkey by code', async () => {
    const [linked, other] = [
      await web.person('linked', 'officer'),
      await web.person('not-linked', 'officer'),
    ];
    const identity = {
      issuer: 'https://provider.example',
      subject: 'linked',
      verifiedEmail: linked.email,
      strong: true,
      provedAt: null,
    };
    await web.deps.access.providerLinks.link(identity, linked.id, '2026-11-02T08:00:00.000Z');
    const asked = async (person: Person) =>
      (await (await web.browser(person)).post('/fr/account/passkeys/options', {}, '/fr/account')).status;
    expect([await asked(linked), await asked(other)]).to.deep.equal([403, 200]);
  });
});
