import { expect } from 'chai';
import { changed } from '../support/changed.ts';
import { fill, formOf, type StaffWeb, staffWeb } from '../support/staffWeb.ts';
import { now } from '../support/straightWay.ts';

describe('the pages of the committee', () => {
  let web: StaffWeb;
  before(async () => {
    web = await staffWeb('staff-committee');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  /** A unanimous decision as the chair's form sends it. */
  const decision = () => ({
    ...Object.fromEntries(web.cast.committee.map((person) => [`present.${person.id}`, 'yes'])),
    for: '3',
    against: '0',
    abstained: '0',
    outcome: 'granted',
    reason: 'Les critères sont remplis.',
  });
  const state = async (id: string) => (await now(web.deps, id)).state;

  it('send a visitor to sign in, and refuse whoever does not sit in it', async () => {
    const id = await web.deliberation();
    const visitor = await web.browser();
    for (const path of ['/fr/committee', `/fr/committee/${id}`]) {
      expect((await visitor.get(path)).headers.location, path).to.equal('/fr/sign-in');
    }
    const before = await web.stored();
    for (const person of [web.cast.owner, web.cast.reviewers[0], web.cast.officer]) {
      const browser = await web.as(person);
      expect((await browser.get('/fr/committee')).status, person.name).to.equal(403);
      expect((await browser.get(`/fr/committee/${id}`)).status, person.name).to.equal(403);
      const fields = { revision: '1', ...decision() };
      const answer = await browser.post(`/fr/committee/${id}/decide`, fields, '/fr/sign-in');
      expect(answer.status, person.name).to.equal(403);
    }
    expect(await web.stored()).to.equal(before);
  });

  it('show a frozen file with both reviews, the verdict and the recommendation; the form to the chair alone', async () => {
    const id = await web.deliberation();
    const page = `/fr/committee/${id}`;
    const [chair, member] = web.cast.committee;
    const { text } = await (await web.as(chair)).get(page);
    for (const shown of [
      'Voix consultative',
      'La règle est écrite',
      'Spécimen rapporteur',
      'Respect du vivant',
      `${page}/decide`,
    ]) {
      expect(text).to.include(shown);
    }
    expect((await (await web.as(chair)).get('/fr/committee')).text).to.include(page);
    const other = await web.as(member);
    expect((await other.get(page)).text)
      .to.include('Voix consultative')
      .and.not.include(`${page}/decide`);
    const before = await web.stored();
    const revision = String((await now(web.deps, id)).revision);
    const own = await other.post(`${page}/decide`, { revision, ...decision() }, page);
    expect(own.status).to.equal(409);
    expect(own.text).to.include('Seule la présidence du comité peut le faire.');
    expect(await web.stored()).to.equal(before);
    const early = await web.evaluated();
    expect((await (await web.as(chair)).get(`/fr/committee/${early}`)).status).to.equal(404);
  });

  it('hide a file from members of its organisation, and seat none of them', async () => {
    const id = await web.deliberation();
    const page = `/fr/committee/${id}`;
    const { organisationId } = (await now(web.deps, id)).context;
    const insider = await web.person('insider', 'committee', 'chair');
    const memberships = [{ organisationId, role: 'reader' as const }];
    await changed(web.deps, insider, { memberships });
    const browser = await web.as(insider);
    expect((await browser.get(page)).status).to.equal(404);
    expect((await browser.get('/fr/committee')).text).not.to.include(id);
    const chair = await web.as(web.cast.committee[0]);
    const { text } = await chair.get(page);
    expect(text).to.include('Spécimen insider fait partie de l’organisation\u00a0: récusé·e d’office.');
    const seated = await fill(chair, page, `${page}/decide`, {
      ...decision(),
      [`present.${insider.id}`]: 'yes',
    });
    expect([seated.status, await state(id)]).to.deep.equal([422, 'deliberation']);
    await fill(chair, page, `${page}/decide`, decision());
    expect((await web.deps.store.records(`applications/${id}`)).at(-1)?.event)
      .to.have.nested.property('vote.recused')
      .that.deep.equals([insider.id]);
  });

  it('take no decision without quorum, with votes that do not add up, or a condition without its day', async () => {
    const id = await web.deliberation();
    const page = `/fr/committee/${id}`;
    const chair = await web.as(web.cast.committee[0]);
    const [, member] = web.cast.committee;
    const before = await web.stored();
    const send = async (change: Record<string, string>) =>
      fill(chair, page, `${page}/decide`, { ...decision(), ...change });
    for (const change of [
      { [`recused.${member.id}`]: 'yes', for: '2' },
      { for: '2' },
      { for: '0', against: '3' },
      { condition: 'Publier le rapport annuel.' },
      { outcome: 'grantedWithConditions' },
      { outcome: 'grantedWithConditions', condition: 'Publier le rapport annuel.' },
      { revision: '1' },
    ]) {
      const answer = await send(change);
      expect(answer.status, JSON.stringify(change)).to.equal(409);
      expect(formOf(answer.text, `${page}/decide`), 'nothing is lost').to.include({
        [`present.${member.id}`]: 'yes',
        reason: 'Les critères sont remplis.',
      });
    }
    for (const change of [
      { for: '' },
      { for: '-1' },
      { for: '1e3' },
      { for: '9999' },
      { outcome: '' },
      { outcome: 'perhaps' },
      { reason: ' ' },
      { reason: 'x'.repeat(4001) },
      { conditionDue: '2027-02-30' },
      { [`present.${web.cast.officer.id}`]: 'yes' },
      { [`present.${member.id}`]: 'no' },
      { actor: 'system' },
    ]) {
      expect((await send(change)).status, JSON.stringify(change)).to.equal(422);
    }
    expect(await web.stored()).to.equal(before);
  });

  it('keep the decision sealed: for those who decided it, until it is announced', async () => {
    const id = await web.deliberation();
    const page = `/fr/committee/${id}`;
    const [chair, present, absent] = web.cast.committee;
    const fourth = await web.person('fourth', 'committee');
    const sits = { ...decision(), [`present.${fourth.id}`]: 'yes', [`recused.${absent.id}`]: 'yes' };
    const condition = { condition: 'Publier le rapport annuel.', conditionDue: '30.6.2027' };
    const decided = await fill(await web.as(chair), page, `${page}/decide`, {
      ...sits,
      ...condition,
      outcome: 'grantedWithConditions',
      reason: 'Un motif que seuls connaissent ceux qui ont décidé.',
    });
    expect([decided.status, decided.headers.location]).to.deep.equal([303, page]);
    const { context } = await now(web.deps, id);
    expect(context.conditions).to.deep.equal([{ text: 'Publier le rapport annuel.', due: '2027-06-30' }]);
    expect(context.deciders).to.have.members([chair.id, present.id, fourth.id]);
    const sealed = await (await web.as(present)).get(page);
    expect(sealed.text).to.include('Un motif que seuls').and.include('scellée').and.include('30 juin 2027');
    const recused = await web.as(absent);
    expect((await recused.get(page)).status, 'recused').to.equal(404);
    expect((await recused.get('/fr/committee')).text).not.to.include(id);
    const { reviewers } = context;
    const scorer = await web.deps.store.person(reviewers[0]?.personId ?? '');
    if (!scorer) throw new Error('the file has no reviewer');
    const review = await (await web.as(scorer)).get(`/fr/review/${reviewers[0]?.reviewId}`);
    expect(review.text).not.to.include('Un motif que seuls');
    const revision = String((await now(web.deps, id)).revision);
    const again = await (await web.as(chair)).post(
      `${page}/decide`,
      { revision, ...decision() },
      '/fr/sign-in',
    );
    expect(again.status).to.equal(409);
    expect(await state(id)).to.equal('decided');
  });
});
