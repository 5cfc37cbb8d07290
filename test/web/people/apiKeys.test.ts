import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { registerSpecimen } from '../../support/organisations.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('the page of the keys', () => {
  let web: TestWeb;
  let owner: Person;
  let administrator: Person;
  let ofOrganisation: string;
  before(async () => {
    web = await testWeb('api-keys-page');
    owner = await web.person('owner');
    administrator = await web.person('administrator', 'administrator');
    ofOrganisation = `/fr/organisations/${await registerSpecimen(web.deps, owner)}/keys`;
    web.setClock('2026-11-02T08:00:00.000Z');
  });
  after(() => web.stop());

  const keyIn = (html: string) => parse(html).querySelector('textarea')?.textContent ?? null;
  const hiddenIn = (html: string) => ({
    key: requireVisible(/name="key" value="([^"]+)"/.exec(html)?.[1]),
    revision: requireVisible(/name="revision" value="([^"]+)"/.exec(html)?.[1]),
  });
  const statusOf = async (key: string | null, path: string) =>
    (await (await web.browser()).get(path).set('Authorization', `Bearer ${key}`)).status;

  const pages = {
    organisation: {
      path: () => ofOrganisation,
      by: () => owner,
      asks: '/api/v1/applications',
      scopes: { 'scopes.applications.read': 'yes' },
    },
    partners: {
      path: () => '/fr/api-keys',
      by: () => administrator,
      asks: '/api/v1/labels',
      scopes: { 'scopes.register.read': 'yes' },
    },
  };
  for (const [name, { path, by, asks, scopes }] of Object.entries(pages)) {
    it(`of ${name} shows a new key once, replaces it and revokes it`, async () => {
      const browser: Browser = await web.browser(by());
      const sent = { name: 'Logiciel <b>spécimen</b>', endsOn: '2027-03-01', ...scopes };
      const made = await browser.post(path(), sent);
      expect([made.status, made.headers['cache-control']]).to.deep.equal([200, 'no-store']);
      const first = keyIn(made.text);
      expect(first).to.match(/^mie_/);
      const page = await browser.get(path());
      expect(keyIn(page.text), 'once').to.equal(null);
      expect(page.text).to.include('Logiciel &lt;b&gt;spécimen').and.not.include(first);
      expect(await statusOf(first, asks)).to.equal(200);

      const replaced = await browser.post(
        `${path()}/rotate`,
        { ...hiddenIn(page.text), days: '7', endsOn: '2027-03-01' },
        path(),
      );
      const second = keyIn(replaced.text);
      expect([await statusOf(first, asks), await statusOf(second, asks)]).to.deep.equal([200, 200]);
      const revoked = await browser.post(`${path()}/revoke`, hiddenIn(replaced.text), path());
      expect([revoked.status, revoked.headers.location]).to.deep.equal([303, `${path()}?saved=1`]);
      expect([await statusOf(first, asks), await statusOf(second, asks)]).to.deep.equal([401, 401]);
      expect((await browser.get(`${path()}?saved=1`)).text).to.include('Révoquée');
    });

    it(`of ${name} says what is wrong beside its field, and keeps what was typed`, async () => {
      const browser = await web.browser(by());
      const refused = await browser.post(path(), { name: 'Bientôt', endsOn: '2026-01-01', ...scopes });
      expect(refused.status).to.equal(422);
      expect(refused.text).to.include('value="Bientôt"').and.include('id="endsOn-error"');
      const page = await browser.post(path(), { name: 'Autre', endsOn: '2027-03-01', ...scopes });
      const wrong = { ...hiddenIn(page.text), days: '7', endsOn: '2030-01-01' };
      const late = await browser.post(`${path()}/rotate`, wrong, path());
      expect([late.status, parse(late.text).querySelectorAll('#endsOn-error').length]).to.deep.equal([
        422, 1,
      ]);
      expect(parse(late.text).querySelector('details[open] #endsOn-error')).to.not.equal(null);
    });
  }

  it('asks what a key of an organisation allows', async () => {
    const browser = await web.browser(owner);
    const refused = await browser.post(ofOrganisation, { name: 'Rien', endsOn: '2027-03-01' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('href="#scopes"').and.include('Cochez ce que la clé permet.');
  });
});
