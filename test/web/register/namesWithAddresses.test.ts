import { expect } from 'chai';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { declarations, filledDraft } from '../../support/applicationSteps.ts';
import { registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { refusalOf } from '../../support/refusal.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { shown, type TestWeb, testWeb } from '../../support/web.ts';

const bad = 'Gagnez sur gagnez.com';
const good = 'Ateliers St. Jean S.à r.l.';

const { acceptsLeman: _, founded: __, ...registered } = specimen.organisation;
const place = { ...registered, identifier: '' };

describe('a name that holds an address', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('addresses');
  });
  after(() => web.stop());

  for (const language of languages) {
    it(`is refused in every form with a name, with advice, in ${language}`, async () => {
      const owner = await web.person(`owner-${language}`);
      const id = await registerSpecimen(web.deps, owner, { identifier: '' });
      const browser = await web.browser(owner);
      const said = shown.i18n[language].t('faults.addressInName', { address: 'gagnez.com' });
      const revision = String((await web.deps.store.organisation(id))?.revision);
      const forms = [
        ['/account', '/account', { language }],
        ['/organisations/new', '/organisations/new', place],
        [`/organisations/${id}/name`, `/organisations/${id}`, { revision }],
      ] as const;
      for (const [path, page, fields] of forms) {
        const send = (name: string) =>
          browser.post(`/${language}${path}`, { ...fields, name }, `/${language}${page}`);
        const refused = await send(bad);
        expect(refused.status, path).to.equal(422);
        expect(refused.text, path).to.include(said).and.include(`value="${bad}"`);
        expect((await send(good)).status, path).to.equal(303);
      }
      expect((await storedPerson(web.deps, owner)).name).to.equal(good);
      expect((await web.deps.store.organisation(id))?.name).to.equal(good);
    });
  }

  it('cannot sign an application', async () => {
    const draft = await filledDraft(web.deps, await web.person('signer'));
    const input = { applicationId: draft.id, ...declarations, name: bad };
    expect(
      await refusalOf(submitApplication(web.deps, await storedPerson(web.deps, draft.owner), input)),
    ).to.equal('invalid name:addressInName');
  });
});
