// Tier: all. Budget: 9 s.
import { expect } from 'chai';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { declarations } from '../../support/applicationSteps.ts';
import { tokenIn } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

describe('the pages of an organisation refuse', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  let offerId: string;
  before(async () => {
    web = await webWithApplicants('applicant-refusals');
    draft = await web.completeDraft();
    offerId = (await web.deps.store.selfAssessment(draft.id))?.offersNamed[0]?.id ?? '';
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const belowOf = () => ['/figures', '/themes/FIN', '/offers', `/offers/${offerId}`, '/submit'];
  const pages = () => ['', ...belowOf()].map((below) => draft.at + below);
  const forms = () => [...belowOf(), '/sign'].map((below) => draft.at + below);

  it('visitors: readers are sent to sign in, forms are refused', async () => {
    const visitor = await web.browser();
    for (const path of ['/fr/my', '/fr/organisations/new', ...pages()]) {
      const answer = await visitor.get(path);
      expect([answer.status, answer.headers.location], path).to.deep.equal([302, '/fr/sign-in']);
    }
    const before = await web.storedState();
    for (const path of ['/fr/organisations/new', '/fr/applications', ...forms()]) {
      expect((await visitor.post(path, {}, '/fr/sign-in')).status, path).to.equal(401);
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('other organisations and staff, with not found', async () => {
    const other = await web.emptyDraft();
    const officer = await web.browser(await web.person('an-officer', 'officer', 'reviewer', 'chair'));
    const before = await web.storedState();
    for (const browser of [other.browser, officer]) {
      for (const path of pages()) expect((await browser.get(path)).status, path).to.equal(404);
      for (const path of forms()) {
        const fields = { revision: '1', agreed: 'yes', 'FIN-01.level': '4', F01: '1' };
        expect((await browser.post(path, fields, '/fr/my')).status, path).to.equal(404);
      }
      const organisationId = draft.owner.memberships[0]?.organisationId ?? '';
      expect((await browser.post('/fr/applications', { organisationId }, '/fr/my')).status).to.equal(404);
      expect((await browser.post('/fr/applications', { organisationId: 'none' }, '/fr/my')).status).to.equal(
        404,
      );
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('unknown numbers, themes and offers', async () => {
    const { browser, at } = draft;
    for (const path of [
      '/fr/applications/A-2026-999999',
      '/fr/applications/$gt',
      `${at}/themes/OFR`,
      `${at}/themes/XXX`,
      `${at}/offers/none`,
    ]) {
      expect((await browser.get(path)).status, path).to.equal(404);
    }
    expect((await browser.post(`${at}/themes/OFR`, {}, at)).status).to.equal(404);
    expect((await browser.post(`${at}/offers/none`, {}, at)).status).to.equal(404);
  });

  it('a form without the token of its session', async () => {
    for (const path of ['/fr/organisations/new', '/fr/applications', ...forms()]) {
      for (const body of ['', 'csrf=x']) {
        expect((await draft.browser.send(path, 'form', body)).status, path).to.equal(403);
      }
    }
  });

  it('NUL, operators, unknown fields and endless text, field by field, and write nothing', async () => {
    const { browser, at } = draft;
    const csrf = tokenIn((await browser.get(`${at}/figures`)).text);
    const before = await web.storedState();
    const status = async (below: string, field: string) =>
      (await browser.send(at + below, 'form', `csrf=${csrf}&${field}`)).status;
    const fields: Record<string, string> = {
      '/figures': 'F01',
      '/themes/FIN': 'FIN-01.evidence',
      '/offers': 'name',
      [`/offers/${offerId}`]: 'OFR-01.evidence',
      '/submit': 'rulesAccepted',
      '/sign': 'agreed',
    };
    for (const [below, field] of Object.entries(fields)) {
      expect(await status(below, `${field}=a%00b`), `${below} NUL`).to.equal(400);
      expect(await status(below, `${field}[$gt]=`), `${below} operator`).to.equal(422);
      expect(await status(below, `${field}=1&${field}=2`), `${below} twice`).to.equal(422);
      expect(await status(below, `${field}=${'x'.repeat(3000)}`), `${below} long`).to.equal(422);
      expect(await status(below, 'state=granted'), `${below} unknown`).to.equal(422);
    }
    for (const wrong of [
      'FIN-01.level=5',
      'FIN-01.level=na',
      'FIN-02.level=4',
      'LUC-01.level=1',
      'go=away',
    ]) {
      expect(await status('/themes/FIN', wrong), wrong).to.equal(422);
    }
    for (const wrong of ['F01=abc', 'F03=1,240', 'F05=9e9', 'F01=-1', 'F05=99999999', 'F01=']) {
      expect(await status('/figures', wrong), wrong).to.equal(422);
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('markup in input: it is shown as text', async () => {
    const { browser, at } = draft;
    const markup = '"><script>alert(1)</script>';
    const refused = await browser.post(`${at}/offers`, { name: markup, type: 'x', sheet: markup });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('&lt;script&gt;').and.not.include('<script>');
    expect(refused.text, 'the summary names the field').to.include('Type d’offre – Choisissez');
    const saved = await browser.post(`${at}/themes/FIN`, {
      'FIN-01.evidence': markup,
      'FIN-01.comment': markup,
      go: 'stay',
    });
    expect(saved.status).to.equal(303);
    const page = (await browser.get(`${at}/themes/FIN`)).text;
    expect(page).to.include('&lt;script&gt;').and.not.include('<script>');
  });

  it('figures and offers changed by someone else since the page was shown', async () => {
    const { browser, at } = draft;
    for (const [path, field, value] of [
      [`${at}/figures`, 'F02', '13'],
      [`${at}/offers/${offerId}`, 'name', 'Autre nom'],
    ] as const) {
      const before = await web.storedState();
      expect(
        (await browser.post(path, { [field]: value, versionToken: 'AAAAAAAAAAAA' })).status,
        path,
      ).to.equal(409);
      expect(await web.storedState()).to.equal(before);
    }
  });

  it('writes of a reader, and submission by anyone but the owner', async () => {
    const reader = await web.colleague(draft, 'reader');
    const editor = await web.colleague(draft, 'editor');
    const before = await web.storedState();
    expect((await reader.browser.get(`${draft.at}/themes/FIN`)).text).to.include('disabled');
    const answer = { 'FIN-01.level': '4' };
    expect((await reader.browser.post(`${draft.at}/themes/FIN`, answer)).status).to.equal(404);
    const gate = (await editor.browser.get(`${draft.at}/submit`)).text;
    expect(gate).to.include('Seule une personne responsable').and.not.include('name="rulesAccepted"');
    const sent = await editor.browser.post(`${draft.at}/submit`, signed({ showScores: 'yes' }));
    expect(sent.status).to.equal(409);
    expect(sent.text).to.include('Seule une personne responsable de l’organisation peut le faire.');
    expect(await web.storedState()).to.equal(before);
  });

  it('a second submission, an early signature, and every form after the end', async () => {
    const sent = await web.completeDraft();
    await submitApplication(web.deps, sent.owner, { applicationId: sent.id, ...declarations });
    const offer = (await web.deps.store.selfAssessment(sent.id))?.offersNamed[0]?.id;
    const refused = async (forms: readonly (readonly [string, Record<string, string>])[]) => {
      const before = await web.storedState();
      for (const [below, fields] of forms) {
        const page = below === '/sign' ? `${sent.at}/submit` : `${sent.at}${below}`;
        const answer = await sent.browser.post(`${sent.at}${below}`, fields, page);
        const said = [answer.status, answer.text.includes('govuk-error-summary')];
        expect(said, below).to.deep.equal([409, true]);
      }
      expect(await web.storedState()).to.equal(before);
    };
    await refused([
      ['/submit', signed({ showScores: 'no' })],
      ['/sign', { revision: '2', name: 'X', role: 'X', agreed: 'yes' }],
    ]);
    const over = { $set: { state: 'withdrawn' } };
    await web.connection.collection<{ _id: string }>('applications').updateOne({ _id: sent.id }, over);
    await refused([
      ['/figures', { F02: '99' }],
      ['/themes/FIN', { 'FIN-01.level': '4' }],
      ['/offers', { name: 'Autre', type: 'service', sheet: 'Une fiche.' }],
      [`/offers/${offer}`, { name: 'Autre' }],
    ]);
  });
});

function signed(fields: Record<string, string>): Record<string, string> {
  const exclusions = [1, 2, 3, 4, 5, 6].map((n) => [`exclusion.EXC-${n}`, 'no']);
  return { rulesAccepted: 'yes', name: 'Spécimen owner', ...Object.fromEntries(exclusions), ...fields };
}
