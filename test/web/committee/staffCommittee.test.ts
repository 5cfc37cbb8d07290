// Tier: all. Budget: 25 s.
import { expect } from 'chai';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn } from '../../support/committeeSession.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { formOf, sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const reason = 'Les critères sont remplis.';

describe('the pages of the committee', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('staff-committee');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const decision = { outcome: 'granted', reason };
  const state = async (id: string) => (await currentApplication(web.deps, id)).state;
  const everyoneVotes = async (id: string, choice: 'for' | 'against' = 'for') => {
    for (const person of web.cast.committee)
      await castVote(web.deps, person, { applicationId: id, item: id, choice, reason });
  };
  /** A file on the table of an open session. */
  const sitting = async () => {
    const id = await web.fileInDeliberation();
    const session = await openSessionOn(web.deps, web.cast, id);
    return { id, session, page: `/fr/committee/${id}` };
  };

  it('ask visitors to sign in, and refuse other roles', async () => {
    const { id, page } = await sitting();
    const visitor = await web.browser();
    for (const path of ['/fr/committee', page]) {
      expect((await visitor.get(path)).headers.location, path).to.equal('/fr/sign-in');
    }
    const before = await web.storedState();
    for (const person of [web.cast.owner, web.cast.reviewers[0], web.cast.officer]) {
      const browser = await web.browserOf(person);
      expect((await browser.get('/fr/committee')).status, person.name).to.equal(403);
      expect((await browser.get(page)).status, person.name).to.equal(403);
      for (const [verb, fields] of [
        ['decide', decision],
        ['vote', { choice: 'for' }],
        ['recuse', { person: person.id, why: 'x' }],
        ['defer', { putOff: 'x' }],
      ] as const) {
        const answer = await browser.post(`${page}/${verb}`, { revision: '1', ...fields }, '/fr/sign-in');
        expect(answer.status, `${person.name} ${verb}`).to.equal(403);
      }
    }
    expect(await web.storedState()).to.equal(before);
    expect(await state(id)).to.equal('deliberation');
  });

  it('show a frozen file with both reviews, verdict and recommendation, and the form to the chair only', async () => {
    const { page } = await sitting();
    const [chair, member] = web.cast.committee;
    const { text } = await (await web.browserOf(chair)).get(page);
    for (const shown of [
      'Voix consultative',
      'La règle est écrite',
      'Spécimen rapporteur',
      'Respect du vivant',
      `${page}/decide`,
      `${page}/vote`,
    ]) {
      expect(text).to.include(shown);
    }
    expect((await (await web.browserOf(chair)).get('/fr/committee')).text).to.include(page);
    const other = await web.browserOf(member);
    expect((await other.get(page)).text)
      .to.include('Voix consultative')
      .and.include(`${page}/vote`)
      .and.not.include(`${page}/decide`);
    const before = await web.storedState();
    const revision = String((await currentApplication(web.deps, page.split('/').at(-1) ?? '')).revision);
    const own = await other.post(`${page}/decide`, { revision, ...decision }, page);
    expect(own.status).to.equal(409);
    expect(own.text).to.include('Seule la personne qui préside ce dossier en séance');
    expect(await web.storedState()).to.equal(before);
    const early = await web.evaluatedFile();
    expect((await (await web.browserOf(chair)).get(`/fr/committee/${early}`)).status).to.equal(404);
  });

  it('refuse votes and decisions outside an open session', async () => {
    const id = await web.fileInDeliberation();
    const page = `/fr/committee/${id}`;
    const chair = await web.browserOf(web.cast.committee[0]);
    const { text } = await chair.get(page);
    expect(text).to.include('Le comité vote et décide en séance ouverte.').and.not.include(`${page}/vote`);
    const before = await web.storedState();
    expect((await chair.post(`${page}/vote`, { item: id, choice: 'for', word: '' }, page)).status).to.equal(
      404,
    );
    const revision = String((await currentApplication(web.deps, id)).revision);
    const early = await chair.post(`${page}/decide`, { revision, ...decision }, page);
    expect(early.status).to.equal(409);
    expect(early.text).to.include('Le comité décide en séance ouverte');
    expect(await web.storedState()).to.equal(before);
  });

  it('hide a file from members of its organisation, who cannot sit on it', async () => {
    const id = await web.fileInDeliberation();
    const page = `/fr/committee/${id}`;
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const insider = await web.person('insider', 'committee', 'chair');
    await updatePerson(web.deps, insider, { memberships: [{ organisationId, role: 'reader' as const }] });
    const committee = [...web.cast.committee, insider] as const;
    await openSessionOn(web.deps, { ...web.cast, committee }, id);
    const browser = await web.browserOf(insider);
    expect((await browser.get(page)).status).to.equal(404);
    expect((await browser.get('/fr/committee')).text).not.to.include(id);
    expect(
      (await browser.post(`${page}/vote`, { item: id, choice: 'for', word: '' }, '/fr/sessions')).status,
    ).to.equal(404);
    const chair = await web.browserOf(web.cast.committee[0]);
    const { text } = await chair.get(page);
    expect(text).to.include('Spécimen insider fait partie de l’organisation\u00a0: récusé·e d’office.');
    await everyoneVotes(id);
    await sendForm(chair, page, `${page}/decide`, decision);
    expect((await web.deps.store.records(`applications/${id}`)).at(-1)?.event)
      .to.have.nested.property('vote.recused')
      .that.deep.equals([insider.id]);
    await updatePerson(web.deps, insider, { roles: [] });
  });

  it('let members vote, change their vote and recuse themselves; a recused one has no vote', async () => {
    const { id, page } = await sitting();
    const [chair, member, other] = web.cast.committee;
    const voter = await web.browserOf(member);
    const silent = await sendForm(voter, page, `${page}/vote`, { choice: 'against' });
    expect(silent.status).to.equal(409);
    expect(silent.text).to.include(
      'Dites en une phrase pourquoi vous votez contre, ou pourquoi vous vous abstenez.',
    );
    expect((await sendForm(voter, page, `${page}/vote`, { choice: 'never' })).status).to.equal(422);
    expect(
      (await sendForm(voter, page, `${page}/vote`, { choice: 'against', word: 'Trop tôt.' })).status,
    ).to.equal(303);
    expect((await voter.get(page)).text)
      .to.include('Trop tôt.')
      .and.include('Changer ma voix');
    expect((await (await web.browserOf(chair)).get(page)).text)
      .to.include('N’ont pas encore voté')
      .and.not.include('Trop tôt.');
    const leaving = await web.browserOf(other);
    await sendForm(leaving, page, `${page}/vote`, { choice: 'for' });
    const stepped = await sendForm(leaving, page, `${page}/recuse`, { why: 'Ma sœur y travaille.' });
    expect([stepped.status, stepped.headers.location]).to.deep.equal([303, '/fr/committee']);
    const again = await leaving.post(`${page}/vote`, { item: id, choice: 'for', word: '' }, '/fr/committee');
    expect(again.status, 'the file is not there for them any more').to.equal(404);
    expect((await leaving.get(page)).status).to.equal(404);
    const foreign = await voter.post(`${page}/recuse`, { item: id, person: chair.id, why: 'x' }, page);
    expect(foreign.status, 'for someone else').to.equal(409);
    await sendForm(await web.browserOf(chair), page, `${page}/vote`, { choice: 'for' });
    const { revision } = await currentApplication(web.deps, id);
    const decided = await (await web.browserOf(chair)).post(
      `${page}/decide`,
      { revision: String(revision), ...decision },
      page,
    );
    expect(decided.status, 'two are no quorum').to.equal(409);
    expect(decided.text).to.include('Il n’y a pas assez de membres présents sans récusation.');
  });

  it('refuse a decision without or against the votes, or with an undated condition', async () => {
    const { id, page } = await sitting();
    const chair = await web.browserOf(web.cast.committee[0]);
    expect((await sendForm(chair, page, `${page}/decide`, decision)).text).to.include(
      'Les voix ne correspondent',
    );
    await everyoneVotes(id);
    const before = await web.storedState();
    const send = (change: Record<string, string>) =>
      sendForm(chair, page, `${page}/decide`, { ...decision, ...change });
    for (const change of [
      { outcome: 'refused' },
      { 'condition.1': 'Publier le rapport annuel.' },
      { outcome: 'grantedWithConditions' },
      { outcome: 'grantedWithConditions', 'condition.2': 'Publier le rapport annuel.' },
      { revision: '1' },
    ]) {
      const answer = await send(change);
      expect(answer.status, JSON.stringify(change)).to.equal(409);
      expect(formOf(answer.text, `${page}/decide`), 'nothing is lost').to.include({ reason });
    }
    for (const change of [
      { outcome: '' },
      { outcome: 'perhaps' },
      { reason: ' ' },
      { reason: 'x'.repeat(4001) },
      { 'conditionDue.1': '2027-02-30' },
      { 'condition.6': 'x' },
      { actor: 'system' },
    ]) {
      expect((await send(change)).status, JSON.stringify(change)).to.equal(422);
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('keep the decision sealed for those who decided it until it is announced', async () => {
    // Whoever belongs to the committee once it is convened is invited.
    const fourth = await web.person('fourth', 'committee');
    const { id, page, session } = await sitting();
    const [chair, present, absent] = web.cast.committee;
    const room = await web.browserOf(chair);
    const attendance = `/fr/sessions/${session}`;
    await sendForm(room, attendance, `${attendance}/attendance`, { person: fourth.id, step: 'arrive' });
    await sendForm(await web.browserOf(absent), page, `${page}/recuse`, { why: 'Voisine de l’atelier.' });
    for (const person of [chair, present, fourth])
      await castVote(web.deps, person, { applicationId: id, item: id, choice: 'for', reason: '' });
    const decided = await sendForm(room, page, `${page}/decide`, {
      outcome: 'grantedWithConditions',
      'condition.1': 'Publier le rapport annuel.',
      'conditionDue.1': '30.6.2027',
      'condition.2': 'Écrire la règle des salaires.',
      'conditionDue.2': '2027-09-30',
      reason: 'Un motif que seuls connaissent ceux qui ont décidé.',
    });
    expect([decided.status, decided.headers.location]).to.deep.equal([303, page]);
    const { context } = await currentApplication(web.deps, id);
    expect(context.conditions).to.deep.equal([
      { text: 'Publier le rapport annuel.', due: '2027-06-30' },
      { text: 'Écrire la règle des salaires.', due: '2027-09-30' },
    ]);
    expect(context.deciders).to.have.members([chair.id, present.id, fourth.id]);
    const sealed = await (await web.browserOf(present)).get(page);
    expect(sealed.text).to.include('Un motif que seuls').and.include('scellée').and.include('30 juin 2027');
    const recused = await web.browserOf(absent);
    expect((await recused.get(page)).status, 'recused').to.equal(404);
    expect((await recused.get('/fr/committee')).text).not.to.include(id);
    await closeAndApprove(web.deps, web.cast, session);
    const minutes = (person: typeof absent) =>
      web.browserOf(person).then((one) => one.get(`${attendance}/minutes.pdf`));
    const [of, without] = [await minutes(present), await minutes(absent)];
    expect([of.status, without.status]).to.deep.equal([200, 200]);
    expect(without.body.length, 'nothing of the file is in it').to.be.below(of.body.length);
    const { reviewers } = context;
    const scorer = await web.deps.store.person(reviewers[0]?.personId ?? '');
    if (!scorer) throw new Error('the file has no reviewer');
    const review = await (await web.browserOf(scorer)).get(`/fr/review/${reviewers[0]?.reviewId}`);
    expect(review.text).not.to.include('Un motif que seuls');
    const revision = String((await currentApplication(web.deps, id)).revision);
    const again = await room.post(`${page}/decide`, { revision, ...decision }, '/fr/sign-in');
    expect(again.status).to.equal(409);
    expect(await state(id)).to.equal('decided');
    await updatePerson(web.deps, fourth, { roles: [] });
  });

  it('defer a file back to its recommendation', async () => {
    const { id, page, session } = await sitting();
    const chair = await web.browserOf(web.cast.committee[0]);
    expect((await sendForm(chair, page, `${page}/defer`, { putOff: ' ' })).status).to.equal(422);
    const done = await sendForm(chair, page, `${page}/defer`, { putOff: 'Une pièce manque.' });
    expect([done.status, await state(id)]).to.deep.equal([303, 'recommendation']);
    expect((await chair.get(`/fr/sessions/${session}`)).text).to.include('reporté');
  });
});
