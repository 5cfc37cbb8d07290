// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { staffApplication } from '../../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import type { Facts } from '../../../src/criteria/assessment.ts';
import { digestOf } from '../../../src/workflow/canonicalJson.ts';
import { type Cast, castOf, currentApplication, deliver } from '../../support/applicationSteps.ts';
import { decideInSession } from '../../support/committeeSession.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

/** Each test goes on where the one before stopped: one organisation, from its first page to its label. */
describe('an applicant’s path through the web', () => {
  let web: TestWeb;
  let cast: Cast;
  let browser: Browser;
  let at: string;
  let id: string;
  before(async () => {
    web = await testWeb('applicant-way');
    cast = await castOf(web);
    browser = await web.browser(cast.owner);
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const page = async (below = '') => (await browser.get(at + below)).text;
  const save = async (below: string, fields: Record<string, string>) => {
    const answer = await browser.post(at + below, fields);
    expect(answer.status, `${below} ${answer.text.match(/error-summary[\s\S]*?<\/ul>/)?.[0] ?? ''}`).to.equal(
      303,
    );
    return answer.headers.location as string;
  };

  it('starts with an organisation', async () => {
    expect((await browser.get('/fr/my')).text).to.include('/fr/organisations/new');
    const { founded, acceptsLeman, ...rest } = specimen.organisation;
    const fields = { ...rest, founded: '1.3.2018', acceptsLeman: 'yes', identifier: 'che123456788' };
    const answer = await browser.post('/fr/organisations/new', fields);
    expect(answer.status).to.equal(303);
    const [member] = (await web.deps.store.person(cast.owner.id))?.memberships ?? [];
    const organisation = await web.deps.store.organisation(member?.organisationId ?? '');
    expect(organisation).to.deep.include({ ...rest, founded, acceptsLeman, identifier: 'CHE-123.456.788' });
  });

  it('continues with one draft, however often the button is pressed', async () => {
    const organisationId = (await web.deps.store.person(cast.owner.id))?.memberships[0]?.organisationId ?? '';
    const first = await browser.post('/fr/applications', { organisationId }, '/fr/my');
    const second = await browser.post('/fr/applications', { organisationId }, first.headers.location);
    at = first.headers.location ?? '';
    id = at.split('/').at(-1) ?? '';
    expect([first.status, second.headers.location]).to.deep.equal([303, at]);
    const text = await page();
    expect(text).to.include('0 / 35').and.include('À faire');
    expect(text).to.not.include('Il manque <strong>');
  });

  it('accepts figures in usual notations, and shows them again', async () => {
    const typed = Object.fromEntries(Object.entries(specimen.facts).map(([fact, n]) => [fact, written(n)]));
    expect(await save('/figures', typed)).to.equal(`${at}/themes/FIN?saved=1`);
    expect((await web.deps.store.selfAssessment(id))?.facts).to.deep.equal(specimen.facts);
    const text = await page('/figures?saved=1');
    expect(text).to.include('value="1\u00a0240\u00a0000"').and.include('Enregistré');
  });

  it('explains impossible figures, and loses nothing', async () => {
    const answer = await browser.post(`${at}/figures`, { F01: '9', F24: '9000' });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('Salaire mensuel brut le plus haut').and.include('value="9000"');
    expect((await web.deps.store.selfAssessment(id))?.facts).to.deep.equal(specimen.facts);
  });

  it('answers theme after theme, and shows computed figures', async () => {
    expect(await page('/themes/LUC')).to.include('8’400 ÷ 4’300 = <strong>1,95</strong>');
    const themes = ['FIN', 'LUC', 'GOU', 'TRA', 'TRV', 'ENV', 'COO'];
    for (const [i, theme] of themes.entries()) {
      const next = themes[i + 1] ? `themes/${themes[i + 1]}` : 'offers';
      const fields = answersAsFields(specimen.answers, theme);
      expect(await save(`/themes/${theme}`, fields)).to.equal(`${at}/${next}?saved=1`);
      expect(await save(`/themes/${theme}`, { ...fields, go: 'stay' })).to.equal(
        `${at}/themes/${theme}?saved=1`,
      );
    }
    const text = await page();
    expect(text).to.include('30 / 35');
    expect(await page('/submit')).to.include('Ajouter une première offre');
  });

  it('describes its offers, their figures and their criteria', async () => {
    for (const { facts, answers, ...described } of specimen.offers) {
      const below = (await save('/offers', described)).slice(at.length).replace('?saved=1', '');
      const figures = Object.fromEntries(Object.entries(facts).map(([fact, n]) => [fact, written(n)]));
      const fields = { ...figures, ...answersAsFields(answers, 'OFR') };
      expect(await save(below, fields)).to.equal(`${at}/offers?saved=1`);
      await save(below, { type: 'object', go: 'stay' });
      await save(below, { type: described.type });
    }
    const kept = await web.deps.store.selfAssessment(id);
    expect(kept?.offersNamed.map(({ id: _, ...offer }) => offer)).to.deep.equal(
      specimen.offers.map(({ facts: _, answers: __, ...described }) => described),
    );
    expect(kept?.offers.map(({ facts }) => facts)).to.deep.equal(
      specimen.offers.map(({ type, facts }) => ({ O00: type, ...facts })),
    );
    expect(kept?.answers.map(({ criterion }) => criterion).sort()).to.deep.equal(
      Object.keys(specimen.answers).sort(),
    );
    expect(await page())
      .to.include('40 / 40')
      .and.include('Prêt');
  });

  it('is blocked with every reason, then submits', async () => {
    const exclusions = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`exclusion.EXC-${n}`, 'no']));
    const all = { showScores: 'yes', rulesAccepted: 'yes', name: 'Spécimen owner', ...exclusions };
    expect(
      (await browser.post(`${at}/submit`, { showScores: 'yes' })).status,
      'no exclusion answered',
    ).to.equal(422);
    const empty = await browser.post(`${at}/submit`, { name: 'Spécimen owner' });
    expect(empty.status).to.equal(422);
    expect(empty.text)
      .to.include('Choisissez une réponse.')
      .and.include('Lisez les règles, puis cochez cette case.')
      .and.include('href="#exclusion.EXC-1"')
      .and.not.include('Rien ne manque.');
    const refused = await browser.post(`${at}/submit`, {
      showScores: 'yes',
      name: 'Spécimen owner',
      ...exclusions,
      'exclusion.EXC-4': 'yes',
    });
    expect(refused.status).to.equal(409);
    expect(refused.text)
      .to.include('Lisez les règles, puis cochez cette case.')
      .and.include('Vous avez répondu «\u00a0oui\u00a0». Conséquence : '.replaceAll(' :', '\u00a0:'))
      .and.include('href="#exclusion.EXC-4"');
    const later = { name: 'Nom gardé', 'exclusion.EXC-2': 'yes', go: 'stay' };
    expect(await save('/submit', later), 'nothing is refused that is sent later').to.equal(
      `${at}/submit?saved=1`,
    );
    expect(await page('/submit'))
      .to.include('value="Nom gardé"')
      .and.match(/name="exclusion.EXC-2"[^>]* value="yes"[^>]* checked/);
    await save('/themes/FIN', { 'FIN-01.evidence': '' });
    const unproven = await browser.post(`${at}/submit`, all);
    expect(unproven.text).to.include('<a href="#missing">Il manque une preuve.</a>');
    expect([unproven.status, unproven.text.includes(`${at}/themes/FIN#FIN-01.evidence`)]).to.deep.equal([
      409,
      true,
    ]);
    await save('/themes/FIN', { 'FIN-01.evidence': specimen.answers['FIN-01']?.evidence ?? '' });
    expect(await save('/submit', all)).to.equal(`${at}?sent=1`);
    const told = await page('?sent=1');
    expect(told).to.include('Votre demande est envoyée.').and.include(`${at}/proof/1.pdf`);
    expect(await page('/tasks'), 'nothing is left to send')
      .to.include('Envoyée')
      .and.not.include('Prêt');
    const { content, digest } = (await web.deps.store.snapshot(id, 1)) ?? {};
    expect([digestOf(content), content?.showScores]).to.deep.equal([digest, true]);
    const text = await page();
    expect(text).to.include('Nous vérifions que votre dossier est complet').and.include('C’est à nous');
    expect((await browser.get('/fr/my')).text).to.not.include('Commencer une demande');
  });

  it('reveals no decision before the announcement', async () => {
    const { deps } = web;
    const target = async () => ({
      applicationId: id,
      revision: (await currentApplication(deps, id)).revision,
    });
    await acceptApplication(deps, cast.officer, await target());
    for (const reviewer of cast.reviewers) {
      const reviewId = await inviteReviewer(deps, cast.officer, { applicationId: id, personId: reviewer.id });
      await answerInvitation(deps, reviewer, { reviewId, accept: true, noConflictDeclared: true });
    }
    await staffApplication(deps, cast.officer, await target());
    for (const [i, review] of (await deps.store.reviewsOf(id)).entries()) {
      const reviewer = cast.reviewers.find((one) => one.id === review.context.personId);
      if (reviewer) await deliver(deps, reviewer, review.id, specimen.reviews[i]);
    }
    const draft = { draft: 'granted', reason: 'Avis interne du rapport.' } as const;
    await recommendApplication(deps, cast.rapporteur, { ...(await target()), ...draft });
    const shown = async () => (await page()).replace(/nonce="[^"]+"/g, '');
    const deliberation = await shown();
    await decideInSession(deps, cast, id, 'granted', [], 'Les raisons du comité.');
    expect((await currentApplication(deps, id)).state).to.equal('decided');
    expect(await shown(), 'the page of a decided file is that of a deliberated one').to.equal(deliberation);
    for (const word of ['Avis interne', 'Les raisons du comité', ...cast.reviewers.map((p) => p.name)]) {
      expect(deliberation, word).to.not.include(word);
    }
    expect((await browser.get('/fr/my')).text)
      .to.include('Le comité décide')
      .and.not.include('Décision prise');
    await announceDecision(deps, cast.officer, await target());
  });

  it('shows the decision, takes the signature, and shows the label', async () => {
    const text = await page();
    expect(text).to.include('Les raisons du comité.').and.include('C’est à vous').and.include('14 décembre');
    const revision = /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';
    const textDigest = /name="textDigest" value="(\w+)"/.exec(text)?.[1] ?? '';
    const named = { textDigest, name: 'Spécimen applicant', role: 'Présidence' };
    const sign = (fields: Record<string, string>) => browser.post(`${at}/sign`, { ...named, ...fields }, at);
    expect((await sign({ revision })).status, 'not agreed').to.equal(422);
    expect((await sign({ revision: '1', agreed: 'yes' })).status, 'an old page').to.equal(409);
    expect((await sign({ revision, agreed: 'yes' })).status).to.equal(303);
    expect(await page()).to.include('se préparent');
    await web.work();
    const done = await page();
    const number = (await currentApplication(web.deps, id)).context.labelNumber ?? '';
    expect(done).to.include(number).and.include('Label valable');
    const [kit = ''] = new RegExp(`/fr/organisations/[^"]*/labels/${number}`).exec(done) ?? [];
    expect((await browser.get(kit)).text).to.include(`/labels/${number}/certificate.pdf`);
    expect((await browser.get(`/labels/${number}/certificate.pdf`)).headers['content-type']).to.include(
      'pdf',
    );
    const mine = (await browser.get('/fr/my')).text;
    expect(mine).to.include(number).and.include('Commencer une demande');
  });
});

function written(value: Facts[string]): string {
  if (typeof value !== 'number') return value;
  return value.toLocaleString('fr-CH', { maximumFractionDigits: 2 });
}

/** The specimen's answers to one theme as the form of that theme sends them. */
function answersAsFields(answers: typeof specimen.answers, theme: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([criterion]) => criterion.startsWith(theme))
      .flatMap(([criterion, { level, na, evidence = '', comment = '' }]) => [
        ...(na || level !== undefined ? [[`${criterion}.level`, na ? 'na' : String(level)]] : []),
        [`${criterion}.evidence`, evidence],
        [`${criterion}.comment`, comment],
      ]),
  );
}
