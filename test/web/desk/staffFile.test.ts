// Tier: all. Budget: 15 s.
import { expect } from 'chai';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { decideApplication } from '../../../src/commands/committee/decision/decideApplication.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { currentApplication, declarations, filledDraft } from '../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn } from '../../support/committeeSession.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages of an officer', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('staff-file');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const state = async (id: string) => (await currentApplication(web.deps, id)).state;
  const verbs = ['accept', 'invite', 'staff', 'recommend', 'announce'];
  const fields = { revision: '1', person: 'x', draft: 'granted', reason: 'x' };

  it('ask visitors to sign in, and refuse other roles', async () => {
    const id = await web.submittedFile();
    const visitor = await web.browser();
    for (const path of ['/fr/lists/files', `/fr/files/${id}`]) {
      expect((await visitor.get(path)).headers.location, path).to.equal('/fr/sign-in');
    }
    const before = await web.storedState();
    for (const person of [web.cast.owner, web.cast.reviewers[0]]) {
      const browser = await web.browserOf(person);
      for (const path of ['/fr/lists/files', `/fr/files/${id}`]) {
        expect((await browser.get(path)).status, `${person.name} ${path}`).to.equal(403);
      }
      for (const verb of verbs) {
        const answer = await browser.post(`/fr/files/${id}/${verb}`, fields, '/fr/sign-in');
        expect(answer.status, `${person.name} ${verb}`).to.equal(403);
      }
    }
    const chair = await web.browserOf(web.cast.committee[0]);
    expect((await chair.get('/fr/lists/files')).status).to.equal(403);
    expect((await chair.get(`/fr/files/${id}`)).status, 'not theirs yet').to.equal(404);
    expect(await web.storedState()).to.equal(before);
  });

  it('hide drafts, unknown files, and files of the officer’s own organisation', async () => {
    const id = await web.submittedFile();
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const insider = await web.person('insider', 'officer');
    const memberships = [{ organisationId, role: 'editor' as const }];
    await updatePerson(web.deps, insider, { memberships });
    const browser = await web.browserOf(insider);
    expect((await browser.get(`/fr/files/${id}`)).status).to.equal(404);
    expect((await browser.get('/fr/lists/files')).text).not.to.include(id);
    const accept = await browser.post(`/fr/files/${id}/accept`, { revision: '2' }, '/fr/sign-in');
    expect([accept.status, await state(id)]).to.deep.equal([404, 'screening']);
    const officer = await web.browserOf(web.cast.officer);
    for (const unknown of ['A-2026-999999', 'x', '%7B%22$gt%22:%22%22%7D']) {
      expect((await officer.get(`/fr/files/${unknown}`)).status, unknown).to.equal(404);
    }
    expect((await officer.get('/fr/lists/files')).text)
      .to.include(`/fr/files/${id}`)
      .and.include('Attend le secrétariat');
  });

  it('hold a name for the officer in which a letter is taken for another', async () => {
    const officer = await web.browserOf(web.cast.officer);
    const plain = await officer.get(`/fr/files/${await web.submittedFile()}/screening`);
    expect(plain.text).to.include('Les noms s’écrivent avec nos lettres.');
    const organisation = { ...specimen.organisation, name: 'Boulangerıe Copie', identifier: '' };
    const { id, owner } = await filledDraft(web.deps, await web.person('copier'), organisation);
    await submitApplication(web.deps, owner, { applicationId: id, ...declarations });
    const { text } = await officer.get(`/fr/files/${id}/screening`);
    expect(text).to.include('Une lettre en imite une autre').and.include('Boulangerıe Copie (ı)');
  });

  it('accept a file, once, at the revision that was shown', async () => {
    const id = await web.submittedFile();
    const page = `/fr/files/${id}`;
    const officer = await web.browserOf(web.cast.officer);
    const { text } = await officer.get(page);
    expect(text).to.include('Boulangerie Spécimen').and.include('Statuts du 1er mars 2018');
    for (const verb of verbs.slice(1))
      expect(text, 'no button before its time').not.to.include(`${page}/${verb}`);
    const before = await web.storedState();
    const stale = await sendForm(officer, page, `${page}/accept`, { revision: '1' });
    expect(stale.status).to.equal(409);
    expect((await sendForm(officer, page, `${page}/accept`, { state: 'granted' })).status).to.equal(422);
    for (const verb of ['staff', 'recommend', 'announce']) {
      const own = { revision: '2', ...(verb === 'recommend' && { draft: 'granted', reason: 'x' }) };
      const answer = await officer.post(`${page}/${verb}`, own, page);
      expect(answer.status, verb).to.equal(409);
      expect(answer.text).to.include('Le dossier n’est plus à cette étape.');
    }
    expect(await web.storedState()).to.equal(before);
    const accepted = await sendForm(officer, page, `${page}/accept`);
    expect([accepted.status, accepted.headers.location]).to.deep.equal([303, page]);
    expect(await state(id)).to.equal('assignment');
  });

  it('list people with a conflict, who cannot be invited', async () => {
    const id = await web.fileInAssignment();
    const page = `/fr/files/${id}`;
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const memberships = [{ organisationId, role: 'reader' as const }];
    const colleague = await updatePerson(web.deps, await web.person('colleague', 'reviewer'), {
      memberships,
    });
    const officer = await web.browserOf(web.cast.officer);
    const { text: whole } = await officer.get(page);
    // Beside it stands whom a note can be about: people of the organisation as well.
    const text = whole.replace(/<section class="panel casework"[\s\S]*?<\/section>/, '');
    expect(text)
      .to.include('Spécimen colleague')
      .and.match(/lien qui oblige à se récuser.: Membre ou collègue/);
    expect(text).not.to.include(`value="${colleague.id}"`).and.not.include(`${page}/staff`);
    expect(text).to.include(`value="${web.cast.reviewers[0].id}"`);
    const before = await web.storedState();
    const refused = await sendForm(officer, page, `${page}/invite`, { person: colleague.id });
    expect(refused.status).to.equal(409);
    const statuses = async (...people: string[]) => {
      const answers = [];
      for (const person of people)
        answers.push((await sendForm(officer, page, `${page}/invite`, { person })).status);
      return answers;
    };
    expect(await statuses('', 'nobody', web.cast.owner.id, 'x'.repeat(100))).to.deep.equal([
      422, 404, 409, 422,
    ]);
    expect((await sendForm(officer, page, `${page}/invite`, { person: 'x', revision: '1' })).status).to.equal(
      409,
    );
    expect(await web.storedState()).to.equal(before);
  });

  it('let an uninvolved officer recommend, and nobody who scored', async () => {
    const id = await web.evaluatedFile();
    const page = `/fr/files/${id}`;
    const member = await web.browserOf(web.cast.committee[1]);
    expect((await member.get(page)).text, 'a committee member may be rapporteur').to.include(
      `${page}/recommend`,
    );
    const { reviewers } = (await currentApplication(web.deps, id)).context;
    const scorer = await updatePerson(
      web.deps,
      { id: requireVisible(reviewers[0]).personId },
      { roles: ['reviewer', 'officer', 'committee'] },
    );
    const partial = await web.browserOf(scorer);
    expect((await partial.get(page)).status, 'met on the own desk alone').to.equal(404);
    const before = await web.storedState();
    const fields = { revision: '7', draft: 'granted', reason: 'x' };
    const own = await partial.post(`${page}/recommend`, fields, '/fr/review');
    expect(own.status).to.equal(404);
    expect((await partial.get('/fr/committee')).text).not.to.include(id);

    const rapporteur = await web.browserOf(web.cast.rapporteur);
    const offered = (await rapporteur.get(page)).text;
    expect(offered, 'what it costs, before').to.include('Qui écrit l’avis ne vote pas sur ce dossier');
    const empty = await sendForm(rapporteur, page, `${page}/recommend`, { reason: 'Je garde ce texte.' });
    expect(empty.status).to.equal(422);
    expect(empty.text).to.include('Je garde ce texte.').and.include('href="#draft"');
    const wrong = await sendForm(rapporteur, page, `${page}/recommend`, { draft: 'always', reason: 'x' });
    expect(wrong.status).to.equal(422);
    expect(await web.storedState()).to.equal(before);
    const reason = 'Voir <script>alert(1)</script>';
    const done = await sendForm(rapporteur, page, `${page}/recommend`, { draft: 'granted', reason });
    expect([done.status, await state(id)]).to.deep.equal([303, 'deliberation']);
    expect((await rapporteur.get(page)).text)
      .to.include('&lt;script&gt;')
      .and.not.include('<script>alert');
  });

  it('announce a sealed decision once its minutes are approved', async () => {
    const id = await web.fileInDeliberation();
    const page = `/fr/files/${id}`;
    const officer = await web.browserOf(web.cast.officer);
    expect((await officer.get(page)).text).not.to.include(`${page}/announce`);
    const { deps, cast } = web;
    const session = await openSessionOn(deps, cast, id);
    const reason = 'Motif scellé.';
    for (const person of cast.committee)
      await castVote(deps, person, { applicationId: id, item: id, choice: 'for', reason });
    const { revision } = await currentApplication(deps, id);
    const decision = { applicationId: id, revision, outcome: 'granted', reason, conditions: [] } as const;
    await decideApplication(deps, cast.committee[0], decision);
    const sealed = (await officer.get(page)).text;
    expect(sealed, 'the decision is not for officers yet').not.to.include('Motif scellé.');
    expect(sealed).not.to.include('scellée');
    expect(sealed).to.include('Le procès-verbal n’est pas encore approuvé.');
    const barred = (await (await web.browserOf(cast.rapporteur)).get(page)).text;
    expect(barred, 'why there is no button').to.include('Vous avez rendu l’avis sur ce dossier.');
    expect(barred).not.to.include(`${page}/announce`);
    const seen = { revision: String((await currentApplication(deps, id)).revision) };
    const unapproved = await officer.post(`${page}/announce`, seen, page);
    expect([unapproved.status, await state(id)]).to.deep.equal([409, 'decided']);
    await closeAndApprove(deps, cast, session);
    const announced = await sendForm(officer, page, `${page}/announce`);
    expect([announced.status, await state(id)]).to.deep.equal([303, 'agreement']);
    expect((await officer.get(page)).text).to.include('Motif scellé.');
  });
});
