// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import type supertest from 'supertest';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { offerEvidence } from '../../../src/commands/application/evidence/editEvidence.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { viewApplication } from '../../../src/commands/application/views/viewApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Evidence } from '../../../src/commands/items/items.ts';
import { declarations } from '../../support/applicationSteps.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

type Fill = (form: supertest.Test) => supertest.Test;
const file =
  (words: string, fields: Readonly<Record<string, string>> = {}): Fill =>
  (form) =>
    Object.entries(fields)
      .reduce((all, [name, value]) => all.field(name, value), form)
      .attach('file', Buffer.from(words), { filename: `${words}.txt` });

describe('documents on criteria, over HTTP', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  beforeEach(async () => {
    web = await webWithApplicants('web-joined');
    draft = await web.completeDraft();
  });
  afterEach(async () => {
    expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]);
    await web.stop();
  });

  const view = () => viewApplication(web.deps, draft.owner, { applicationId: draft.id });
  const filesOf = async (criterion: string) =>
    requireVisible((await view()).assessment.answers.find((answer) => answer.criterion === criterion))
      .files ?? [];
  const add = (words: string, also: Partial<Parameters<typeof addEvidence>[2]> = {}): Promise<Evidence> =>
    addEvidence(web.deps, draft.owner, {
      applicationId: draft.id,
      name: `${words}.txt`,
      bytes: Buffer.from(words),
      ...also,
    });
  const theme = () => `${draft.at}/themes/FIN`;
  const flat = (html: string) => html.replaceAll(/\u00a0|\u202f/g, ' ');

  it('are added on the card of a criterion: input is saved first, and the card is shown again', async () => {
    const { browser } = draft;
    const typed = { go: 'file.FIN-01', 'FIN-01.comment': 'Écrit avant le fichier' };
    const saved = await browser.post(theme(), typed);
    expect([saved.status, saved.headers.location]).to.deep.equal([303, `${draft.at}/evidence?for=FIN-01`]);
    const form = `${draft.at}/evidence?for=FIN-01`;
    expect((await browser.get(form)).text).to.include('FIN-01');
    const sent = await browser.parts(form, file('Statuts', { from: '2025-01-01', until: '31.12.2025' }));
    expect([sent.status, sent.headers.location]).to.deep.equal([303, `${theme()}?saved=1#FIN-01`]);
    const card = flat((await browser.get(theme())).text);
    expect(card).to.include('Écrit avant le fichier').and.include('Statuts.txt');
    expect(card).to.include('Du 1er janvier 2025 au 31 décembre 2025').and.include('révision 1');
    expect(await filesOf('FIN-01')).to.have.length(1);
  });

  it('are attached by checkbox on another card, and detached by button', async () => {
    const { browser } = draft;
    const { document } = await add('Statuts', { place: { offerId: '', criterion: 'FIN-01' } });
    const gou = `${draft.at}/themes/GOU`;
    const box = `GOU-02.join.${document}`;
    expect((await browser.get(gou)).text).to.include(`name="${box}"`);
    await browser.post(gou, { go: 'stay', [box]: 'yes' });
    expect([await filesOf('FIN-01'), await filesOf('GOU-02')]).to.deep.equal([[document], [document]]);
    const { text } = await browser.get(theme());
    const button = `part.FIN-01.${document}`;
    expect(text).to.include(`value="${button}"`);
    const taken = await browser.post(theme(), { go: button, 'FIN-01.comment': 'Encore un mot' });
    expect(taken.headers.location).to.equal(`${theme()}?saved=1#FIN-01`);
    expect([await filesOf('FIN-01'), await filesOf('GOU-02')]).to.deep.equal([[], [document]]);
    expect((await browser.get(theme())).text).to.include('Encore un mot');
  });

  it('point to a page and a passage, which are frozen with them and leave with them', async () => {
    const { browser } = draft;
    const { document } = await add('Statuts', { place: { offerId: '', criterion: 'FIN-01' } });
    const [page, quote] = [`FIN-01.page.${document}`, `FIN-01.quote.${document}`];
    const refused = await browser.post(theme(), { [page]: 'trois', [quote]: 'Article 3 <b>' });
    expect([refused.status, refused.text.includes('value="trois"')]).to.deep.equal([422, true]);
    expect(refused.text).to.include('value="Article 3 &lt;b&gt;"');
    expect((await browser.post(theme(), { [quote]: 'x'.repeat(201) })).status).to.equal(422);
    await browser.post(theme(), { [page]: '3', [quote]: 'Article 3 <b>' });
    await browser.post(theme(), { 'FIN-01.comment': 'Voir les statuts' });
    const where = 'page 3, «\u00a0Article 3 &lt;b&gt;\u00a0»';
    expect((await browser.get(`${draft.at}/submit`)).text).to.include(`Statuts.txt (${where})`);
    await submitApplication(web.deps, draft.owner, { applicationId: draft.id, ...declarations });
    const frozen = requireVisible(await web.deps.store.snapshot(draft.id, 1)).content.assessment;
    const answer = frozen.answers.find(({ criterion }) => criterion === 'FIN-01');
    expect(answer?.passages).to.deep.equal([{ document, page: 3, quote: 'Article 3 <b>' }]);
    await browser.post(theme(), { go: `part.FIN-01.${document}` });
    const now = (await view()).assessment.answers.find(({ criterion }) => criterion === 'FIN-01');
    expect([now?.files, now?.passages]).to.deep.equal([[], []]);
  });

  it('are attached to an offer’s criterion from the page of its files', async () => {
    const { browser } = draft;
    const { document } = await add('Fiche');
    const offerId = requireVisible((await view()).assessment.offersNamed[0]).id;
    const place = `${offerId}.OFR-01`;
    const page = `${draft.at}/evidence?for=${place}`;
    const none = await browser.post(`${draft.at}/joins`, { place }, page);
    expect([none.status, none.text.includes('Cochez au moins un document.')]).to.deep.equal([422, true]);
    const joined = await browser.post(`${draft.at}/joins`, { place, [`join.${document}`]: 'yes' }, page);
    expect(joined.headers.location).to.equal(`${draft.at}/offers/${offerId}?saved=1#OFR-01`);
    const library = await browser.get(`${draft.at}/evidence`);
    expect(library.text).to.include(`href="${draft.at}/offers/${offerId}#OFR-01"`);
  });

  it('report an invalid period, a withdrawn document and an unknown criterion, and lose no input', async () => {
    const { browser } = draft;
    const { document } = await add('Statuts');
    const library = `${draft.at}/evidence`;
    const late = await browser.parts(library, file('a', { from: '2026-02-01', until: '2026-01-01' }));
    expect(late.status).to.equal(422);
    expect(late.text).to.include('La fin vient avant le début').and.include('value="2026-02-01"');
    expect(late.text).to.include('est gardé une heure');
    await offerEvidence(web.deps, draft.owner, { applicationId: draft.id, document, offered: false });
    const typed = { [`FIN-01.join.${document}`]: 'yes', 'FIN-01.comment': 'Tapé avec soin' };
    const refused = await browser.post(theme(), typed);
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('est retiré').and.include('Tapé avec soin');
    for (const place of ['XXX-99', 'OFR-01', 'elsewhere.OFR-01', 'x.FIN-01']) {
      expect((await browser.get(`${library}?for=${place}`)).status, place).to.equal(404);
    }
    expect((await browser.get(`${library}/T00000000`)).status).to.equal(404);
  });

  it('have a page with revisions, replacement, withdrawal and restoring', async () => {
    const { browser } = draft;
    const first = await add('Bilan', { place: { offerId: '', criterion: 'FIN-01' } });
    const at = `${draft.at}/evidence/${first.document}`;
    const revised = await browser.parts(at, file('Bilan corrigé', { revision: '1', until: '2020-12-31' }));
    expect([revised.status, revised.headers.location]).to.deep.equal([303, `${at}?saved=1`]);
    const late = await browser.parts(at, file('Trop tard', { revision: '1' }));
    expect([late.status, late.text.includes('Quelqu’un vient de changer ce document')]).to.deep.equal([
      422,
      true,
    ]);
    const page = (await browser.get(at)).text;
    const second = requireVisible((await view()).documents[0]).latest;
    for (const { digest } of [first, second]) expect(page).to.include(digest);
    expect(page).to.include('Ancien').and.include('Révision 2, celle qui compte');
    const check = (await browser.get(`${draft.at}/submit`)).text;
    expect(check, 'a warning before sending').to.include('Documents anciens').and.include(at);
    const reversed = await browser.post(`${at}/period`, { from: '2026-02-01', until: '2026-01-01' }, at);
    expect([reversed.status, reversed.text.includes('La fin vient avant le début')]).to.deep.equal([
      422,
      true,
    ]);
    await browser.post(`${at}/period`, { from: '', until: '2026-01-01' }, at);
    expect((await browser.get(`${draft.at}/submit`)).text).to.not.include('Documents anciens');
    const prefilled = (await browser.get(at)).text.match(/name="until"[^>]*value="2026-01-01"/g);
    expect(prefilled, 'a new revision begins with the period of the one before').to.have.length(2);
    const unsure = await browser.post(`${at}/withdraw`, {}, at);
    expect([unsure.status, unsure.text.includes('Oui, le retirer')]).to.deep.equal([422, true]);
    await browser.post(`${at}/withdraw`, { withdrawal: 'yes' }, at);
    expect((await browser.get(theme())).text).to.include('Ce document ne compte plus comme preuve');
    await browser.post(`${at}/offer`, {}, at);
    await browser.post(`${at}/part`, { place: 'FIN-01' }, at);
    expect([(await view()).documents[0]?.withdrawn, await filesOf('FIN-01')]).to.deep.equal([false, []]);
  });

  it('are asked for again after the session expired, for the same criterion', async () => {
    const { browser, owner } = draft;
    const form = `${draft.at}/evidence?for=FIN-01`;
    const { text } = await browser.get(form);
    const csrf = /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    await web.deps.sessions.endAll(owner.id);
    const late: Fill = (one) => file('Statuts')(one.set('Origin', 'http://label.example'));
    expect((await browser.parts(form, late, csrf)).headers.location).to.equal('/fr/sign-in');
    expect((await browser.get('/fr/sign-in')).text).to.include('le fichier n’est pas arrivé. Connectez-vous');
    await browser.post('/fr/sign-in', { email: owner.email });
    const entered = await browser.post('/fr/sign-in/code', { code: codeFor(web.letters, owner.email) });
    expect(entered.headers.location).to.equal(`${draft.at}/evidence?for=FIN-01&again=1`);
    const page = await browser.get(entered.headers.location ?? '');
    expect(page.text).to.include('Votre session était finie').and.include('FIN-01');
  });

  it('are shown beside their criterion to those who have the file, with their period', async () => {
    const { id } = await add('Statuts', { place: { offerId: '', criterion: 'FIN-01' }, from: '2025-01-01' });

    await submitApplication(web.deps, draft.owner, { applicationId: draft.id, ...declarations });
    const officer = await web.browser(await web.person('officer', 'officer'));
    const { text } = await officer.get(`/fr/files/${draft.id}`);
    const beside = /<ul class="file-links[\s\S]*?<\/ul>/.exec(text)?.[0] ?? '';
    expect(flat(beside)).to.include(`/fr/evidence/${id}`).and.include('Depuis le 1er janvier 2025');
  });
});
