// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import { keepEarlier } from '../../../src/commands/application/renewal/earlierAnswers.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { advanceToEvaluation } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages of a renewal', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let browser: Browser;
  let at: string;
  let renewal: string;
  before(async () => {
    web = await webWithCast('web-renewal');
    holder = await issueLabel(web, web.cast, 'renewing');
    browser = await web.browser(holder.owner);
    at = `/fr/applications/${holder.applicationId}`;
  });
  after(() => web.stop());

  const copyOf = async (id: string) => requireVisible(await web.deps.store.selfAssessment(id));

  it('says from which day the label can be renewed, and offers it from then on', async () => {
    const early = await browser.get(at);
    expect(early.text).to.include('Vous pourrez demander son renouvellement dès le 5 mai 2029.');
    expect(early.text).not.to.include(`${at}/renew`);
    const refused = await browser.post(`${at}/renew`, {}, `${at}/evidence`);
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('Il est trop tôt');
    web.setClock('2029-05-05T08:00:00.000Z');
    expect((await browser.get(at)).text).to.include(`${at}/renew`);
    const begun = await browser.post(`${at}/renew`, {}, at);
    expect(begun.status).to.equal(303);
    renewal = requireVisible(begun.headers.location);
    expect((await browser.get(renewal)).text).to.include(`Vos réponses du label ${holder.number}`);
  });

  it('shows each earlier answer with two actions, and no bulk confirmation', async () => {
    const { text } = await browser.get(`${renewal}/themes/FIN`);
    expect(text).to.include('La dernière fois').and.include('Toujours vrai').and.include('A changé');
    expect(text).to.match(/<button[^>]*name="stillTrue" value="FIN-01"/);
    const buttons = text.match(/name="stillTrue"/g) ?? [];
    const criteria = text.match(/<section class="card question" id="FIN-/g) ?? [];
    expect(buttons.length).to.be.at.most(criteria.length);
    expect(text.indexOf('tabindex="-1"'), 'Enter saves').to.be.lessThan(text.indexOf('name="stillTrue"'));
  });

  it('confirms one criterion without a script, and keeps input beside it', async () => {
    const id = renewal.split('/').at(-1) ?? '';
    const said = await browser.post(`${renewal}/themes/FIN`, {
      stillTrue: 'FIN-01',
      'FIN-02.comment': 'Presque.',
    });
    expect(said.status).to.equal(303);
    expect(said.headers.location).to.include('#FIN-01');
    const { answers, earlier } = await copyOf(id);
    const then = requireVisible(earlier).assessment.answers.find(({ criterion }) => criterion === 'FIN-01');
    expect(answers.find(({ criterion }) => criterion === 'FIN-01')).to.include({ level: then?.level });
    expect(answers.find(({ criterion }) => criterion === 'FIN-02')).to.include({ comment: 'Presque.' });
    const { text } = await browser.get(`${renewal}/themes/FIN`);
    expect(text).not.to.match(/name="stillTrue" value="FIN-01"/);
    const unknown = await browser.post(`${renewal}/themes/FIN`, { stillTrue: 'XXX-01' });
    expect(unknown.status).to.equal(404);
  });

  it('shows earlier figures beside the empty fields', async () => {
    const { text } = await browser.get(`${renewal}/figures`);
    expect(text).to.match(/La dernière fois\s:/);
    expect(text).to.match(/id="F01"[^>]*(value="")?/);
    const id = renewal.split('/').at(-1) ?? '';
    expect((await copyOf(id)).facts).to.deep.equal({});
  });

  it('shows earlier figures beside an offer, which is removed by checkbox only', async () => {
    const { offersNamed } = await copyOf(renewal.split('/').at(-1) ?? '');
    const offer = `${renewal}/offers/${offersNamed[0]?.id}`;
    const refused = await browser.post(`${offer}/remove`, {}, offer);
    expect(refused.status).to.equal(422);
    expect(refused.text).to.match(/La dernière fois\s:/);
  });

  it('shows reviewers and officers changes first, and each earlier criterion', async () => {
    const id = renewal.split('/').at(-1) ?? '';
    const then = requireVisible((await copyOf(id)).earlier).assessment;
    for (const { offerId, facts, answers } of [{ offerId: '', ...then }, ...then.offers]) {
      await setFacts(web.deps, holder.owner, { applicationId: id, offerId, facts });
      // A sponsoring that was not applicable at a first label is another question now.
      for (const { criterion } of answers.filter((one) => one.criterion !== 'COO-04')) {
        await keepEarlier(web.deps, holder.owner, { applicationId: id, offerId, criterion });
      }
    }
    const changed = { 'COO-05.level': '4', 'COO-05.evidence': 'Carte', 'COO-04.level': '1', go: 'stay' };
    expect((await browser.post(`${renewal}/themes/COO`, changed)).status).to.equal(303);
    const [reviewId] = await advanceToEvaluation(web.deps, web.cast, id, holder.owner);
    const reviewing = await web.browser(web.cast.reviewers[0]);
    const desk = await reviewing.get(`/fr/review/${reviewId}`);
    expect(desk.text).to.include('Ce qui a changé').and.include(`/fr/review/${reviewId}/COO-05`);
    expect(desk.text).to.include('Autre niveau');
    const theme = await reviewing.get(`/fr/review/${reviewId}/COO-05`);
    expect(theme.text)
      .to.match(/Retenu\s:/)
      .and.match(/Demandé\s:/);
    const officer = await web.browser(web.cast.officer);
    expect((await officer.get(`/fr/files/${id}`)).text).to.include('Ce qui a changé');
    expect((await officer.get(`/fr/files/${holder.applicationId}`)).text).not.to.include('Ce qui a changé');
  });

  it('shows the successor on the page of the old label', async () => {
    const other = await issueLabel(web, web.cast, 'followed');
    await web.publish({
      ...requireVisible(await web.deps.store.entry(other.number)),
      state: 'superseded',
      successor: holder.number,
    });
    const { text } = await browser.get(`/fr/labels/${other.number}`);
    expect(text).to.include('Remplacé par').and.include(`/fr/labels/${holder.number}`);
    const json = await browser.get(`/api/v1/labels/${other.number}`);
    expect(json.body).to.include({ successor: holder.number });
  });

  it('resumes a withdrawn application', async () => {
    const other = await web.browser(await web.person('none'));
    const draft = await issueLabel(web, web.cast, 'resuming');
    await web.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: draft.applicationId }, { $set: { state: 'withdrawn' } });
    const own = await web.browser(draft.owner);
    const page = `/fr/applications/${draft.applicationId}`;
    expect((await own.get(page)).text).to.include('Reprendre mes réponses');
    expect((await other.post(`${page}/resume`, {}, '/fr/my')).status).to.equal(404);
    const resumed = await own.post(`${page}/resume`, {}, page);
    expect(resumed.status).to.equal(303);
    expect((await own.get(`${resumed.headers.location}/themes/FIN`)).text).to.match(
      /name="FIN-01.level"[^>]* checked/,
    );
  });
});
