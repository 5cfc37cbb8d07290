import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declarations, filledDraft } from '../../support/applicationSteps.ts';
import { joinByInvitation, registerSpecimen } from '../../support/organisations.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('the form and the number of an organisation', () => {
  let web: TestWeb;
  let owner: Person;
  let id: string;
  let page: string;
  let browser: Browser;
  before(async () => {
    web = await testWeb('organisation-identity');
    owner = await web.person('owner');
    id = await registerSpecimen(web.deps, owner);
    page = `/fr/organisations/${id}`;
    browser = await web.browser(owner);
  });
  after(() => web.stop());

  const organisation = (of = id) => web.deps.store.organisation(of);
  const correct = async (fields: Record<string, string>, by = browser) => {
    const revision = String((await organisation())?.revision);
    return by.post(`${page}/identity`, { revision, ...fields }, page);
  };

  it('are corrected by an owner, the number with its check digits; the journal keeps the former ones', async () => {
    const wrong = await correct({ legalForm: 'association', identifier: 'CHE-123.456.789' });
    expect(wrong.status).to.equal(422);
    expect(wrong.text)
      .to.include('Ce numéro ne passe pas le contrôle')
      .and.include('value="CHE-123.456.789"');
    const saved = await correct({ legalForm: 'association', identifier: '732829320' });
    expect(saved.status).to.equal(303);
    expect(await organisation()).to.deep.include({ legalForm: 'association', identifier: '732 829 320' });
    const record = (await web.deps.store.records(`organisations/${id}`)).at(-1);
    expect(record?.data).to.deep.equal({
      changed: ['legalForm', 'identifier'],
      before: { legalForm: specimen.organisation.legalForm, identifier: specimen.organisation.identifier },
    });
    expect((await correct({ legalForm: 'association', identifier: '' })).status).to.equal(303);
    expect((await organisation())?.identifier).to.equal('');
  });

  it('cannot be changed by an editor', async () => {
    const editor = await web.browser(await joinByInvitation(web.deps, owner, id, await web.person('editor')));
    const refused = await correct({ legalForm: 'company', identifier: '' }, editor);
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('Seule une personne responsable');
  });

  it('cannot be changed after a submission: the secretariat is asked instead', async () => {
    const sender = await web.person('sender');
    const { id: fileId } = await filledDraft(web.deps, sender);
    const member = (await web.deps.store.person(sender.id)) ?? sender;
    await submitApplication(web.deps, member, { applicationId: fileId, ...declarations });
    const of = member.memberships[0]?.organisationId ?? '';
    const before = await organisation(of);
    const own = await web.browser(member);
    const fields = { revision: String(before?.revision), legalForm: 'company', identifier: '' };
    const refused = await own.post(`/fr/organisations/${of}/identity`, fields, `/fr/organisations/${of}`);
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('écrivez au secrétariat');
    expect(await organisation(of)).to.deep.equal(before);
  });

  describe('at registration', () => {
    const typed = (changed: Record<string, string>) => ({
      name: 'Une autre maison',
      legalForm: 'association',
      identifier: '',
      street: 'Rue Neuve 2',
      postcode: '1227',
      commune: 'Carouge',
      ...changed,
    });

    it('are reported as taken, without saying by whom', async () => {
      const first = await web.person('first');
      await registerSpecimen(web.deps, first, { name: 'La première maison', identifier: 'CHE-107.787.577' });
      const second = await web.browser(await web.person('second'));
      const form = '/fr/organisations/new';
      const alone = await second.post(form, typed({ identifier: '' }), form);
      expect(alone.headers.location).to.equal('/fr/my?saved=1');
      expect((await second.get('/fr/my?saved=1')).text)
        .to.include('C’est fait.')
        .and.not.include('déjà connu');
      const same = await second.post(form, typed({ identifier: 'CHE-107.787.577' }), form);
      expect(same.headers.location).to.equal('/fr/my?saved=1&known=1');
      const told = (await second.get('/fr/my?saved=1&known=1')).text;
      expect(told).to.include('Ce numéro est déjà connu').and.not.include('La première maison');
      expect(told).to.not.include(first.email);
    });

    it('are named in the error summary', async () => {
      const someone = await web.browser(await web.person('someone'));
      const form = '/fr/organisations/new';
      const refused = await someone.post(form, typed({ name: '', legalForm: '', street: '' }), form);
      const told = () =>
        parse(refused.text)
          .querySelectorAll('.govuk-error-summary li')
          .map((one) => one.text.trim());
      expect(told()).to.deep.equal([
        'Nom – Remplissez ce champ.',
        'Forme – Choisissez une réponse.',
        'Rue et numéro – Remplissez ce champ.',
      ]);
      const late = await someone.post(form, typed({ founded: '2100-01-01' }), form);
      expect(late.text).to.include('Date de fondation – Cette date est dans le futur.');
    });
  });
});
