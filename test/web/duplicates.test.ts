import { expect } from 'chai';
import { found } from '../../src/commands/found.ts';
import type { Person } from '../../src/commands/items.ts';
import { mergeOrganisations } from '../../src/commands/organisations/mergeOrganisations.ts';
import { declareTie } from '../../src/commands/ties/declareTie.ts';
import { founded } from '../support/organisations.ts';
import { formOf } from '../support/staffWeb.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('the page of duplicates', () => {
  let web: TestWeb;
  let officer: Person;
  let keep: string;
  let merge: string;
  before(async () => {
    web = await testWeb('duplicates');
    officer = await web.person('officer', 'officer');
    const [one, two] = [await web.person('one'), await web.person('two')];
    keep = await founded(web.deps, one, { name: 'Épicerie du Spécimen', identifier: '' });
    merge = await founded(web.deps, two, { name: 'epicerie du specimen', identifier: '' });
    await founded(web.deps, one, { name: 'Autre Spécimen', identifier: '' });
  });
  after(() => web.stop());

  const page = '/fr/duplicates';
  const fields = () => ({ keep: `${keep}:1`, merge: `${merge}:1` });

  it('is an officer’s only', async () => {
    for (const person of [
      await web.person('applicant'),
      await web.person('reviewer', 'reviewer'),
      await web.person('member', 'committee'),
      await web.person('administrator', 'administrator'),
    ]) {
      const browser = await web.browser(person);
      expect((await browser.get(page)).status, person.name).to.equal(403);
      expect((await browser.post(page, fields(), '/fr/my')).status, person.name).to.equal(403);
    }
    expect((await (await web.browser()).get(page)).status).to.equal(302);
  });

  it('shows nothing of the two to an officer with a tie to one', async () => {
    const tied = await web.person('tied', 'officer');
    const told = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(web.deps, tied, { ...told, personId: tied.id, organisationId: merge });
    const browser = await web.browser(tied);
    const { text } = await browser.get(page);
    expect(text)
      .to.include('Aucune inscription ne ressemble')
      .and.not.match(/picerie du Sp/i);
    expect((await browser.post(page, fields())).status).to.equal(404);
  });

  it('joins the two that an officer saw, and tells why when it cannot', async () => {
    const browser = await web.browser(officer);
    const shown = await browser.get(page);
    expect(shown.text).to.include('Épicerie du Spécimen').and.include('epicerie du specimen');
    expect(shown.text).not.to.include('Autre Spécimen');
    expect(shown.text).to.include('1 personne · aucun dossier envoyé · aucun label');
    expect(formOf(shown.text, page)).to.include.keys('keep', 'merge');
    for (const [wrong, status] of [
      [{ keep: keep, merge: `${merge}:1` }, 422],
      [{ keep: `${keep}:1`, merge: '$ne:1' }, 422],
      [{ keep: `${keep}:1`, merge: `${keep}:1` }, 409],
      [{ keep: `${keep}:9`, merge: `${merge}:1` }, 409],
      [{ keep: 'unknown:1', merge: `${merge}:1` }, 404],
    ] as const) {
      expect((await browser.post(page, wrong)).status, JSON.stringify(wrong)).to.equal(status);
    }
    expect((await browser.post(page, fields())).headers.location).to.equal(`${page}?saved=1`);
    expect(found(await web.deps.store.organisation(merge)).mergedInto).to.equal(keep);
    expect((await browser.get(page)).text).to.include('Aucune inscription ne ressemble');
    const again = await browser.post(page, { keep: `${keep}:2`, merge: `${merge}:2` });
    expect(again.text).to.include('a été réunie avec une autre');
  });

  it('leaves the people of the other registration a way to the one that goes on', async () => {
    const [one, two] = [await web.person('first'), await web.person('second')];
    const same = { name: 'Atelier du Spécimen', identifier: '' };
    const [goesOn, ends] = [await founded(web.deps, one, same), await founded(web.deps, two, same)];
    const both = { keep: { id: goesOn, revision: 1 }, merge: { id: ends, revision: 1 } };
    await mergeOrganisations(web.deps, officer, both);
    const browser = await web.browser(two);
    const { text } = await browser.get(`/fr/organisations/${ends}`);
    expect(text)
      .to.include('a été réunie avec une autre de la même organisation')
      .and.include(`href="/fr/organisations/${goesOn}"`);
    expect(text).not.to.include('/invitations"');
    expect((await browser.get(`/fr/organisations/${goesOn}`)).text).to.include('Lecture');
    const start = await browser.post('/fr/applications', { organisationId: ends }, '/fr/my');
    expect(start.status).to.equal(409);
    expect(start.text).to.include('Continuez avec l’autre');
  });
});
