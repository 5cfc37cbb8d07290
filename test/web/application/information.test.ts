// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { formOf, sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('screening, questions and answers on their pages', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('information-web');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const ownerOf = async (id: string) => {
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const [owner] = await web.deps.store.peopleOf(organisationId);
    return web.browserOf(requireVisible(owner));
  };
  const asked = async (question = 'Qui signe pour vous ?') => {
    const id = await web.submittedFile();
    await requestInformation(web.deps, web.cast.officer, {
      applicationId: id,
      revision: (await currentApplication(web.deps, id)).revision,
      items: [
        { place: null, question },
        { place: { offerId: '', criterion: 'FIN-01' }, question: 'Quelle page ?' },
      ],
    });
    const ids = requireVisible((await currentApplication(web.deps, id)).information?.[0]).items.map(
      (item) => item.id,
    );
    return {
      id,
      first: `answer.${ids[0]}`,
      second: `answer.${ids[1]}`,
      page: `/fr/applications/${id}/information`,
    };
  };

  it('show what holds and what to check, in words, and the three actions', async () => {
    const id = await web.submittedFile();
    const officer = await web.browserOf(web.cast.officer);
    const { text } = await officer.get(`/fr/files/${id}/screening`);
    for (const words of [
      'Chaque question a sa réponse.',
      'L’organisation travaille dans la région du label.',
      'C’est un spécimen.',
      'À regarder',
      `/fr/files/${id}/accept`,
      `/fr/files/${id}/information`,
      `/fr/files/${id}/ineligible`,
    ])
      expect(text, words).to.include(words);
    expect((await officer.get(`/fr/files/${id}`)).text).to.include(`/fr/files/${id}/screening`);
  });

  it('take questions, one a place at most, and keep input on refusal', async () => {
    const id = await web.submittedFile();
    const page = `/fr/files/${id}/information`;
    const officer = await web.browserOf(web.cast.officer);
    expect((await sendForm(officer, page, page)).text).to.include('Nommez au moins une chose');
    const lost = await sendForm(officer, page, page, { 'question.2': 'Quelle page ?', 'place.3': '/FIN-01' });
    expect(lost.status).to.equal(422);
    expect(lost.text).to.include('Quelle page ?').and.include('href="#question.3"');
    const wrong = await sendForm(officer, page, page, { 'question.1': 'Et ?', 'place.1': '/XXX-01' });
    expect(wrong.text).to.include('href="#place.1"');
    const sent = await sendForm(officer, page, page, { 'question.1': 'Qui ?', 'place.1': '/FIN-01' });
    expect([sent.status, sent.headers.location]).to.deep.equal([303, `/fr/files/${id}`]);
    expect((await currentApplication(web.deps, id)).state).to.equal('informationRequested');
    const { text } = await officer.get('/fr/lists/files');
    expect(text).to.include('Attend l’organisation').and.include('0 jour ouvrable');
    expect((await officer.get(page)).text).to.include('Le dossier n’est plus à cette étape.');
  });

  it('show the organisation the questions, save its answers, and send them when complete', async () => {
    const { id, first, second, page } = await asked();
    const browser = await ownerOf(id);
    const progress = (await browser.get(`/fr/applications/${id}`)).text;
    expect(progress).to.include('Qui signe pour vous ?').and.include('en pause depuis le').and.include(page);
    const saved = await sendForm(browser, page, page, { [first]: 'La présidente.' });
    expect(saved.headers.location).to.equal(`${page}?saved=1`);
    const officer = await web.browserOf(web.cast.officer);
    const unsent = (await officer.get(`/fr/files/${id}`)).text;
    expect(unsent).to.include('Qui signe pour vous ?').and.not.include('La présidente.');
    const early = await sendForm(browser, page, page, { go: 'send' });
    expect(early.status).to.equal(409);
    expect(early.text)
      .to.include(`href="#${second}"`)
      .and.include('Question 2')
      .and.include('La présidente.');
    const sent = await sendForm(browser, page, page, { [second]: 'Page 3.', go: 'send' });
    expect([sent.status, sent.headers.location]).to.deep.equal([303, `/fr/applications/${id}?sent=1`]);
    expect((await currentApplication(web.deps, id)).state).to.equal('screening');
    expect((await officer.get(`/fr/files/${id}`)).text)
      .to.include('La présidente.')
      .and.include('Page 3.');
    expect((await browser.get(page)).text).to.include('Page 3.');
  });

  it('report a second submission and a stale overwrite', async () => {
    const { id, first, second, page } = await asked();
    const browser = await ownerOf(id);
    const old = formOf((await browser.get(page)).text, page);
    await sendForm(browser, page, page, { [first]: 'Elle.', [second]: 'Page 3.' });
    const body = (more: Record<string, string>) => new URLSearchParams({ ...old, ...more }).toString();
    const over = await browser.send(page, 'form', body({ [first]: 'Lui.' }));
    expect(over.status).to.equal(422);
    expect(over.text)
      .to.match(/«\s*Elle\.\s*»/)
      .and.include('>Lui.</textarea>');
    await sendForm(browser, page, page, { go: 'send' });
    const again = await browser.send(page, 'form', body({ [first]: 'Elle.', go: 'send' }));
    expect(again.status).to.equal(409);
    expect(again.text).to.include('Le dossier n’est plus à cette étape.');
    expect((await currentApplication(web.deps, id)).context.snapshots).to.equal(2);
  });

  it('let a reader read but not answer, and show questions as text', async () => {
    const { id, first, page } = await asked('<b>Qui</b> signe ?');
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const reader = await updatePerson(web.deps, await web.person('reader-of-questions'), {
      memberships: [{ organisationId, role: 'reader' as const }],
    });
    const browser = await web.browserOf(reader);
    const { text } = await browser.get(page);
    expect(text).to.include('&lt;b&gt;Qui&lt;/b&gt; signe ?').and.not.include('<textarea');
    const tried = await browser.post(page, { [first]: 'moi' }, '/fr/my');
    expect(tried.status).to.equal(404);
  });

  it('end a file with confirmed reasons, which the organisation reads with its appeal deadline', async () => {
    const id = await web.submittedFile();
    const page = `/fr/files/${id}/ineligible`;
    const officer = await web.browserOf(web.cast.officer);
    const reason = 'Cette activité figure parmi les exclusions du référentiel, EXC-4.';
    const unsure = await sendForm(officer, page, page, { reason });
    expect([unsure.status, (await currentApplication(web.deps, id)).state]).to.deep.equal([422, 'screening']);
    expect(unsure.text)
      .to.include(reason)
      .and.include('href="#confirmed"')
      .and.include('Recours possible jusqu’au');
    expect((await sendForm(officer, page, page, { reason: 'Non.', confirmed: 'yes' })).text).to.include(
      'au moins 40',
    );
    expect((await sendForm(officer, page, page, { reason, confirmed: 'yes' })).status).to.equal(303);
    const told = (await (await ownerOf(id)).get(`/fr/applications/${id}`)).text;
    expect(told).to.include(reason).and.include('recours jusqu’au 2 décembre 2026');
    expect(told).to.include('Demande non recevable').and.include('Vérification du dossier');
    for (const wrong of ['Label refusé', 'Décision du comité']) expect(told, wrong).to.not.include(wrong);
  });

  it('withdraw an application in two steps, and say what remains', async () => {
    const id = await web.submittedFile();
    const page = `/fr/applications/${id}/withdraw`;
    const browser = await ownerOf(id);
    expect((await browser.get(`/fr/applications/${id}`)).text).to.include(page);
    expect((await browser.get(page)).text).to.include('Ce qui reste');
    expect((await sendForm(browser, page, page)).status).to.equal(422);
    expect((await currentApplication(web.deps, id)).state).to.equal('screening');
    expect((await sendForm(browser, page, page, { confirmed: 'yes' })).status).to.equal(303);
    expect((await currentApplication(web.deps, id)).state).to.equal('withdrawn');
    expect((await browser.get(`/fr/applications/${id}`)).text).to.not.include(page);
  });
});
