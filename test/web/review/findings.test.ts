import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import { proposeAction, submitProof } from '../../../src/commands/review/findings/findings.ts';
import { assignModerator, currentApplication, filledDraft } from '../../support/applicationSteps.ts';
import { finding, minutes, openFinding, statutes, withFindings } from '../../support/correctionRound.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages of findings', () => {
  let web: WebWithCast;
  let id: string;
  let owner: Person;
  let reviewers: readonly [Person, Person];
  let reviewIds: readonly [string, string];
  before(async () => {
    web = await webWithCast('findings-web');
    ({ id, owner } = await filledDraft(web.deps, web.cast.owner));
    reviewers = web.cast.reviewers;
    ({ reviewIds } = await withFindings(web.deps, web.cast, id, owner));
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const own = () => `/fr/applications/${id}/findings`;
  const desk = () => `/fr/review/${reviewIds[0]}/findings`;
  const office = () => `/fr/files/${id}/findings`;
  const major = async () => (await openFinding(web.deps, id, 'major')).id;
  const text = (html: string) => parse(html).textContent.replace(/\s+/g, ' ');
  const summary = (html: string) => parse(html).querySelector('.govuk-error-summary')?.textContent ?? '';

  it('do not exist for uninvolved people', async () => {
    const stranger = await web.browserOf(await web.person('stranger'));
    const other = await web.browserOf(web.cast.moderator);
    const findingId = await major();
    expect((await stranger.get(own())).status).to.equal(404);
    expect((await other.get(desk())).status).to.equal(404);
    expect((await other.get(office())).status).to.be.oneOf([403, 404]);
    expect((await (await web.browserOf(owner)).get(desk())).status).to.equal(403);
    const before = (await openFinding(web.deps, id, 'major')).revision;
    for (const [path, fields] of [
      [`${own()}/${findingId}/action`, { revision: '0', action: 'Moi.' }],
      [`${desk()}/${findingId}/return`, { revision: '0', reason: 'Moi.' }],
      [`${office()}/${findingId}/extend`, { revision: '0', reason: 'Moi.', dueOn: '2027-01-01' }],
    ] as const) {
      expect((await stranger.post(path, fields, '/fr/sign-in')).status, path).to.be.oneOf([403, 404]);
    }
    expect((await openFinding(web.deps, id, 'major')).revision).to.equal(before);
  });

  it('show the applicant what is missing, its grade and its deadline, and accept the action', async () => {
    const browser = await web.browserOf(owner);
    const progress = (await browser.get(`/fr/applications/${id}`)).text;
    expect(progress).to.include(own());
    expect(text(progress)).to.include('2 non-conformités attendent votre réponse');
    const page = text((await browser.get(own())).text);
    for (const words of [statutes, minutes, 'Majeure', 'Mineure', 'FIN-01', 'Jusqu’au'])
      expect(page).to.include(words);
    const action = `${own()}/${await major()}/action`;
    const empty = await sendForm(browser, own(), action, { action: ' ' });
    expect(empty.status).to.equal(422);
    expect(summary(empty.text)).to.include('Ce que vous allez faire');
    const sent = await sendForm(browser, own(), action, { action: 'Statuts changés en mars.' });
    expect(sent.status).to.equal(303);
    const twice = await browser.post(action, { revision: '1', action: 'Encore.' }, own());
    expect(twice.status, 'an old form').to.equal(409);
    expect(twice.text, 'and what was typed is still there').to.include('Encore.');
  });

  it('let the reviewers judge, from their queue, and keep input on refusal', async () => {
    const browser = await web.browserOf(reviewers[0]);
    expect((await browser.get('/fr/review')).text).to.include(desk());
    const findingId = await major();
    const accept = `${desk()}/${findingId}/accept`;
    const form = { revision: String((await openFinding(web.deps, id, 'major')).revision) };
    const silent = await browser.post(`${desk()}/${findingId}/return`, { ...form, reason: '' }, desk());
    expect(silent.status).to.equal(409);
    expect(summary(silent.text)).to.match(/Motif|motif|raison/);
    const back = await browser.post(
      `${desk()}/${findingId}/return`,
      { ...form, reason: 'Trop tard.' },
      desk(),
    );
    expect(back.status).to.equal(303);
    expect(text((await (await web.browserOf(owner)).get(own())).text)).to.include('Trop tard.');
    const { revision } = await openFinding(web.deps, id, 'major');
    await proposeAction(web.deps, owner, { findingId, revision, action: 'Assemblée en janvier.' });
    expect((await sendForm(browser, desk(), accept)).status).to.equal(303);
  });

  it('send the correction once each major finding has its evidence, and verify it', async () => {
    const applicant = await web.browserOf(owner);
    const reviewer = await web.browserOf(reviewers[1]);
    const findingId = await major();
    expect(text((await applicant.get(own())).text)).to.include(
      'Il manque une preuve pour une non-conformité majeure',
    );
    const { revision } = await currentApplication(web.deps, id);
    const early = await applicant.post(`${own()}/send`, { revision: String(revision) }, own());
    expect(early.status).to.equal(409);
    expect(summary(early.text)).to.match(/non-conformité/);
    const nothing = await sendForm(applicant, own(), `${own()}/${findingId}/proof`);
    expect(nothing.status).to.equal(409);
    expect(summary(nothing.text)).to.include('Écrivez ce qui est fait');
    expect(
      (await sendForm(applicant, own(), `${own()}/${findingId}/proof`, { proof: 'Voté.' })).status,
    ).to.equal(303);
    expect((await sendForm(applicant, own(), `${own()}/send`)).status).to.equal(303);

    const other = `/fr/review/${reviewIds[1]}/findings`;
    const whole = await sendForm(reviewer, other, `${other}/accept`, { correction: 'Bien.' });
    expect(whole.status).to.equal(409);
    expect(summary(whole.text)).to.include('Une non-conformité majeure n’est pas close');
    const form = { revision: String((await currentApplication(web.deps, id)).revision), correction: 'Non.' };
    const judged = await reviewer.post(`${other}/reject`, form, other);
    expect(summary(judged.text)).to.include('Jugez d’abord chaque réponse');
    expect(
      (await sendForm(reviewer, other, `${other}/${findingId}/close`, { reason: 'Vu.' })).status,
    ).to.equal(303);
    expect((await sendForm(reviewer, other, `${other}/accept`, { correction: 'Bien.' })).status).to.equal(
      303,
    );
    expect((await currentApplication(web.deps, id)).state).to.equal('recommendation');
  });

  it('are shown to the officers, who extend late ones', async () => {
    const browser = await web.browserOf(web.cast.officer);
    expect(text((await browser.get(`/fr/files/${id}`)).text)).to.include(minutes);
    const { id: findingId, revision } = await openFinding(web.deps, id, 'minor');
    const extend = `${office()}/${findingId}/extend`;
    const form = { revision: String(revision), dueOn: '2027-12-01', reason: 'Malade.' };
    const early = await browser.post(extend, form, office());
    expect(early.status).to.equal(409);
    expect(early.text).to.include('Malade.');
    await web.connection
      .collection<{ _id: string }>('findings')
      .updateOne({ _id: findingId }, { $set: { state: 'escalated' } });
    const wrong = await sendForm(browser, office(), extend, { dueOn: '31.02.2027', reason: 'Malade.' });
    expect(wrong.status).to.equal(422);
    expect(
      (await sendForm(browser, office(), extend, { dueOn: '1.12.2027', reason: 'Malade.' })).status,
    ).to.equal(303);
    expect((await openFinding(web.deps, id, 'minor')).state).to.equal('raised');
  });

  it('accept evidence by document checkboxes only', async () => {
    const { id: findingId, revision } = await openFinding(web.deps, id, 'minor');
    const hostile = `${own()}/${findingId}/proof`;
    const browser = await web.browserOf(owner);
    const form = { revision: String(revision), proof: '', 'document.EVIL': 'yes' };
    expect((await browser.post(hostile, form, own())).status, 'a field that the page does not have').to.equal(
      422,
    );
    const early = submitProof(web.deps, owner, { findingId, revision, proof: '', documents: ['EVIL'] });
    expect(await early.then(String, (error: Error) => error.message)).to.equal('notFound');
  });

  it('let the moderator settle a grade on which reviewers differ', async () => {
    const draft = await filledDraft(web.deps, await web.person('owner-grades'));
    const pair = [
      await web.person('grader-a', 'reviewer'),
      await web.person('grader-b', 'reviewer'),
    ] as const;
    await withFindings(
      web.deps,
      { ...web.cast, reviewers: pair },
      draft.id,
      draft.owner,
      { 'FIN-01': finding('minor', statutes) },
      { 'FIN-01': finding('major', minutes), 'GOU-01': { level: 0, comment: 'Une seule personne décide.' } },
    );
    expect((await currentApplication(web.deps, draft.id)).state).to.equal('moderation');
    expect(await web.deps.store.findingsOf(draft.id)).to.deep.equal([]);
    await assignModerator(web.deps, web.cast, draft.id);
    const page = `/fr/review/moderate/${draft.id}`;
    const browser = await web.browserOf(web.cast.moderator);
    const html = (await browser.get(page)).text;
    expect(html).to.include(statutes).and.include(minutes);
    const levels = { 'GOU-01.level': '2', 'GOU-01.comment': 'La liste est ancienne.' };
    const part = await sendForm(browser, page, page, { ...levels, 'FIN-01.grade': 'minor' });
    expect(part.status, 'a grade without its reason').to.equal(422);
    const settled = { ...levels, 'FIN-01.grade': 'minor', 'FIN-01.gradeReason': 'Le but est connu.' };
    const done = await sendForm(browser, page, page, settled);
    expect(done.status, summary(done.text)).to.equal(303);
    const file = await currentApplication(web.deps, draft.id);
    expect([file.state, file.settledGrades?.map(({ grade }) => grade)]).to.deep.equal([
      'recommendation',
      ['minor'],
    ]);
    const grades = (await web.deps.store.findingsOf(draft.id)).map(({ context }) => context.grade);
    expect(grades).to.deep.equal(['minor', 'minor']);
  });
});
