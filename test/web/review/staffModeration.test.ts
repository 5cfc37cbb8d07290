import { expect } from 'chai';
import { assignModerator, currentApplication } from '../../support/applicationSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { formOf, sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const diverging = {
  'GOU-01': { level: 0, comment: 'Une seule personne décide, d’après la liste.' },
  'TRA-01': { level: 1, comment: 'Comptes de 2024 seulement.' },
} as const;

describe('the page of a moderation', () => {
  let web: WebWithCast;
  let id: string;
  let page: string;
  before(async () => {
    web = await webWithCast('staff-moderation');
    id = await web.evaluatedFile(diverging);
    page = `/fr/review/moderate/${id}`;
    await assignModerator(web.deps, web.cast, id);
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const scored = async () => {
    const { reviewers } = (await currentApplication(web.deps, id)).context;
    const person = await web.deps.store.person(reviewers[0]?.personId ?? '');
    if (!person) throw new Error('the file has no reviewer');
    return person;
  };

  it('does not exist for people who scored the file or belong to its organisation, or without divergence', async () => {
    const agreed = await web.evaluatedFile();
    const moderator = await web.browserOf(web.cast.moderator);
    expect((await moderator.get(`/fr/review/moderate/${agreed}`)).status).to.equal(404);
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const colleague = await web.person('colleague', 'reviewer');
    const memberships = [{ organisationId, role: 'reader' as const }];
    await updatePerson(web.deps, colleague, { memberships });
    const before = await web.storedState();
    for (const person of [await scored(), colleague]) {
      const browser = await web.browserOf(person);
      expect((await browser.get(page)).status, person.name).to.equal(404);
      expect((await browser.get('/fr/review')).text, person.name).not.to.include(page);
      const answer = await browser.post(page, { revision: '9', 'GOU-01.level': '3' }, '/fr/sign-in');
      expect(answer.status, person.name).to.equal(404);
    }
    for (const person of [web.cast.officer, web.cast.committee[0]]) {
      const answer = await (await web.browserOf(person)).post(page, { revision: '9' }, '/fr/sign-in');
      expect(answer.status, person.name).to.equal(403);
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('shows both scores side by side where they diverge, and nothing else', async () => {
    const browser = await web.browserOf(web.cast.moderator);
    expect((await browser.get('/fr/review')).text).to.include(page);
    const { text } = await browser.get(page);
    const places = Object.keys(formOf(text, page)).filter((name) => name.endsWith('.comment'));
    expect(places).to.include.members(['GOU-01.comment', 'TRA-01.comment']).and.not.include('FIN-01.comment');
    expect(text).to.include(diverging['GOU-01'].comment).and.include('0 · Oui, elle contrôle');
  });

  it('requires a level and a reason everywhere, then settles', async () => {
    const browser = await web.browserOf(web.cast.moderator);
    const before = await web.storedState();
    const empty = await sendForm(browser, page, page);
    expect(empty.status).to.equal(422);
    for (const href of ['#GOU-01.level', '#GOU-01.comment']) expect(empty.text).to.include(`href="${href}"`);
    const content = formOf(empty.text, page);
    const names = Object.keys(content).filter((name) => name.endsWith('.comment'));
    const levels = names.map((name) => [name.replace('.comment', '.level'), '2']);
    const reasons = names.map((name) => [name, 'Le niveau 2 est prouvé.']);
    const full = Object.fromEntries([...levels, ...reasons]);
    for (const wrong of [
      { 'FIN-01.level': '4', 'FIN-01.comment': 'x' },
      { 'GOU-01.level': '9' },
      { 'TRA-01.comment': '  ' },
    ]) {
      expect((await sendForm(browser, page, page, { ...full, ...wrong })).status).to.equal(422);
    }
    const stale = await sendForm(browser, page, page, { ...full, revision: '1' });
    expect(stale.status).to.equal(409);
    expect(formOf(stale.text, page)['GOU-01.comment'], 'typed text is kept').to.equal(
      'Le niveau 2 est prouvé.',
    );
    expect(await web.storedState()).to.equal(before);

    const settled = await sendForm(browser, page, page, full);
    expect([settled.status, settled.headers.location]).to.deep.equal([303, '/fr/review']);
    const { state, moderation } = await currentApplication(web.deps, id);
    expect(state).to.equal('recommendation');
    expect(moderation).to.deep.include({
      offerId: '',
      criterion: 'GOU-01',
      level: 2,
      comment: 'Le niveau 2 est prouvé.',
    });
    expect((await browser.get(page)).status, 'done').to.equal(404);
  });
});
