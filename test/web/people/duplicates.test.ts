import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { mergeOrganisations } from '../../../src/commands/people/organisations/mergeOrganisations.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { joinByInvitation, registerSpecimen } from '../../support/organisations.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';
import { formOf } from '../../support/webWithCast.ts';

describe('the page of duplicates', () => {
  let web: TestWeb;
  let officer: Person;
  let keep: string;
  let merge: string;
  before(async () => {
    web = await testWeb('duplicates');
    officer = await web.person('officer', 'officer');
    const [one, two] = [await web.person('one'), await web.person('two')];
    keep = await registerSpecimen(web.deps, one, { name: 'Épicerie du Spécimen', identifier: '' });
    merge = await registerSpecimen(web.deps, two, { name: 'epicerie du specimen', identifier: '' });
    await registerSpecimen(web.deps, one, { name: 'Autre Spécimen', identifier: '' });
  });
  after(() => web.stop());

  const page = '/fr/duplicates';
  /** The values of the choices of the first form. */
  const optionsOf = (html: string, name: string) =>
    parse(html)
      .querySelector(`form[action="${page}"] select[name=${name}]`)
      ?.querySelectorAll('option')
      .map((option) => option.getAttribute('value'));
  const fields = () => ({ keep: `${keep}:1`, merge: `${merge}:1` });

  it('is for officers only', async () => {
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

  it('hides both from an officer with a tie to one', async () => {
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

  it('merges the two that an officer saw, or explains why not', async () => {
    const browser = await web.browser(officer);
    const shown = await browser.get(page);
    expect(shown.text).to.include('Épicerie du Spécimen').and.include('epicerie du specimen');
    expect(shown.text).not.to.include('Autre Spécimen');
    expect(shown.text).to.include('1 personne · aucun dossier envoyé · aucun label');
    expect(formOf(shown.text, page)).to.deep.include({ group: keep });
    expect(optionsOf(shown.text, 'keep')).to.deep.equal(['', `${keep}:1`, `${merge}:1`]);
    expect(optionsOf(shown.text, 'merge')).to.deep.equal(['', `${keep}:1`, `${merge}:1`]);
    const empty = await browser.post(page, { group: keep, keep: `${merge}:1`, merge: '' });
    expect(empty.text).to.include('href="#merge"').and.include('id="merge"');
    expect(empty.text, 'what was chosen stays').to.include(`value="${merge}:1" selected`);
    for (const [wrong, status] of [
      [{ keep: keep, merge: `${merge}:1` }, 422],
      [{ keep: `${keep}:1`, merge: '$ne:1' }, 422],
      [{ keep: `${keep}:1`, merge: `${keep}:1` }, 409],
      [{ keep: `${keep}:9`, merge: `${merge}:1` }, 409],
      [{ keep: 'unknown:1', merge: `${merge}:1` }, 404],
      [{ ...fields(), group: '<b>' }, 422],
    ] as const) {
      expect((await browser.post(page, wrong)).status, JSON.stringify(wrong)).to.equal(status);
    }
    expect((await browser.post(page, fields())).headers.location).to.equal(`${page}?saved=1`);
    expect(requireVisible(await web.deps.store.organisation(merge)).mergedInto).to.equal(keep);
    expect((await browser.get(page)).text).to.include('Aucune inscription ne ressemble');
    const again = await browser.post(page, { keep: `${keep}:2`, merge: `${merge}:2` });
    expect(again.text).to.include('a été réunie avec une autre');
  });

  it('has one form for ten registrations of the same organisation', async () => {
    const many = await web.person('many');
    const same = { name: 'Encore un spécimen', identifier: '' };
    for (let i = 0; i < 12; i += 1) await registerSpecimen(web.deps, many, same);
    const { text } = await (await web.browser(officer)).get(page);
    expect(parse(text).querySelectorAll(`form[action="${page}"]`)).to.have.length(1);
    expect(optionsOf(text, 'keep')).to.have.length(11);
    expect(text).to.include('Il y en a 12 en tout. Les 10 premières sont ici');
  });

  it('tells the people of the other registration what became of it, without access', async () => {
    const [one, two] = [await web.person('first'), await web.person('second')];
    const same = { name: 'Atelier du Spécimen', identifier: '' };
    const [goesOn, ends] = [
      await registerSpecimen(web.deps, one, same),
      await registerSpecimen(web.deps, two, same),
    ];
    const both = { keep: { id: goesOn, revision: 1 }, merge: { id: ends, revision: 1 } };
    await mergeOrganisations(web.deps, officer, both);
    const browser = await web.browser(two);
    const { text } = await browser.get(`/fr/organisations/${ends}`);
    expect(text)
      .to.include('a été réunie avec une autre de la même organisation')
      .and.include('demandez une invitation')
      .and.not.include(goesOn);
    expect(text).not.to.include('/invitations"');
    expect((await browser.get(`/fr/organisations/${goesOn}`)).status).to.equal(404);
    await joinByInvitation(web.deps, one, goesOn, two, 'reader');
    const named = await browser.get(`/fr/organisations/${ends}`);
    expect(named.text).to.include(`href="/fr/organisations/${goesOn}"`);
    const start = await browser.post('/fr/applications', { organisationId: ends }, '/fr/my');
    expect(start.status).to.equal(409);
    expect(start.text).to.include('Continuez avec l’autre');
  });
});
