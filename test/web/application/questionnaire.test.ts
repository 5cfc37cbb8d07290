// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { attachResult } from '../../../src/commands/application/questionnaire/attachResult.ts';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import { statements } from '../../../src/criteria/questionnaire.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { advanceToEvaluation, castOf } from '../../support/applicationSteps.ts';
import {
  answerTimes,
  chosen,
  endQuestionnaire,
  openedQuestionnaire,
  questionnaireNow,
} from '../../support/samples/sampleAnswers.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

const taken: string[] = [];
const limits = {
  rules: limitRules,
  take: async (rule: string) => {
    taken.push(rule);
    return null;
  },
};

describe('a questionnaire, as its people see it', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  beforeEach(async () => {
    web = await webWithApplicants('questionnaire-web', { limits });
    draft = await web.completeDraft();
  });
  afterEach(() => web.stop());

  const opened = () => openedQuestionnaire(web.deps, draft.owner, draft.id);
  const mainOf = ({ text }: { readonly text: string }) => parse(text).querySelector('main')?.text ?? '';
  const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
  const urlencoded = 'application/x-www-form-urlencoded';
  const onceIn = (text: string) => parse(text).querySelector('[name=once]')?.getAttribute('value') ?? '';

  it('asks in four languages, with nothing chosen, no script and no cookie, for no search machine', async () => {
    const { token } = await opened();
    const worker = await web.browser();
    for (const language of languages) {
      const { status, text, headers } = await worker.get(`/${language}/questionnaires/${token}`);
      const page = parse(text);
      expect([status, headers['cache-control']]).to.deep.equal([200, 'no-store']);
      expect(headers['x-robots-tag']).to.include('noindex');
      expect(headers).not.to.have.property('set-cookie');
      expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).to.include('noindex');
      expect(page.querySelectorAll('script, input[checked], textarea, input[type=text]')).to.deep.equal([]);
      expect(page.querySelectorAll('main fieldset').length).to.equal(statements.length);
      expect(page.querySelectorAll('main input[type=radio]').length).to.equal(6 * statements.length);
      for (const { text: said } of statements) expect(mainOf({ text })).to.include(said[language]);
      const others = page.querySelectorAll('.sheet__languages a').map((link) => link.getAttribute('href'));
      expect(others).to.have.members(
        languages.filter((one) => one !== language).map((one) => `/${one}/questionnaires/${token}`),
      );
    }
    const small = await worker.get(`/fr/questionnaires/${token.toLowerCase().replaceAll('-', '')}`);
    expect(small.status).to.equal(200);
    for (const unknown of ['AAAA-AAAA-AAAA-AAAA', 'x', '%2e%2e', 'a'.repeat(300)])
      expect((await worker.get(`/fr/questionnaires/${unknown}`)).status, unknown).to.equal(404);
  });

  it('stores nothing of a sheet but sums', async () => {
    const { id, token } = await opened();
    const worker = await web.browser();
    const path = `/fr/questionnaires/${token}`;
    const stored = async () => JSON.parse(await web.storedState()) as Record<string, unknown>[][];
    const before = await stored();
    const sheet = await worker.get(path);
    const sent = { once: onceIn(sheet.text), Q01: '5', Q02: 'none' };
    const answer = await worker.send(path, urlencoded, form(sent));
    expect([answer.status, answer.headers.location]).to.deep.equal([303, `${path}?done=1`]);
    expect(answer.headers).not.to.have.property('set-cookie');
    expect(mainOf(await worker.get(`${path}?done=1`))).to.include('Merci, c’est compté');
    const after = await stored();
    const changed = after.flatMap((rows, at) =>
      rows.filter((row) => !before[at]?.some((one) => JSON.stringify(one) === JSON.stringify(row))),
    );
    expect(changed).to.have.length(1);
    const was = before.flat().find((row) => row._id === id) ?? {};
    const now = changed[0] ?? {};
    const differs = Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(was[key]));
    expect(differs).to.have.members(['answers', 'counts', 'sent']);
    expect(now.sent).to.deep.equal([sent.once]);
    // A double click: the same form counts once.
    await worker.send(path, urlencoded, form(sent));
    await worker.send(path, urlencoded, form({ ...sent, Q01: '1' }));
    expect(await stored()).to.deep.equal(after);
    expect(taken).to.include('questionnairesFromClient');
    expect(limitRules.questionnairesFromClient.place).to.equal('memory');
  });

  it('prints a slip for each person, whose code is on the sheet that its picture leads to', async () => {
    const { browser, at } = draft;
    const opening = { working: '12', closesOn: '2026-12-02', byCode: 'yes' };
    const done = await browser.post(`${at}/questionnaires`, opening, `${at}/questionnaires`);
    const page = parse((await browser.get(String(done.headers.location))).text);
    const codes = page.querySelectorAll('.slips__one strong').map((one) => one.text);
    expect([codes.length, page.querySelectorAll('.slips__one svg').length]).to.deep.equal([12, 12]);
    expect(page.querySelectorAll('main textarea').length, 'an address for everybody').to.equal(0);
    const [{ token } = { token: '' }] = await web.deps.store.questionnairesOf(draft.id);
    const worker = await web.browser();
    const path = `/fr/questionnaires/${token}`;
    const sheet = await worker.get(`${path}?code=${codes[0]}`);
    expect(parse(sheet.text).querySelector('#code')?.getAttribute('value')).to.equal(codes[0]);
    expect(mainOf(sheet)).to.include('Votre code sert une fois');
    const send = async (code: string) => {
      const once = onceIn((await worker.get(path)).text);
      return worker.send(path, urlencoded, form({ once, code, Q01: '4' }));
    };
    for (const [code, status] of [
      ['', 422],
      [codes[0] ?? '', 303],
      [codes[0] ?? '', 422],
      ['AAAA-AAAA-AAAA-AAAA', 422],
    ] as const)
      expect((await send(code)).status, code).to.equal(status);
    expect(mainOf(await send(''))).to.include('Ce code a déjà servi');
  });

  it('refuses what is no sheet, and keeps what was chosen', async () => {
    const { id, token } = await opened();
    const worker = await web.browser();
    const path = `/de/questionnaires/${token}`;
    const once = onceIn((await worker.get(path)).text);
    const refused = await worker.send(path, urlencoded, form({ once, Q01: '4', Q02: '6', Q03: '1' }));
    const page = parse(refused.text);
    expect(refused.status).to.equal(422);
    expect(page.querySelector('.govuk-error-summary a')?.getAttribute('href')).to.equal('#Q02');
    const kept = page.querySelectorAll('input[checked]');
    expect(kept.map((one) => `${one.getAttribute('name')} ${one.getAttribute('value')}`)).to.deep.equal([
      'Q01 4',
      'Q03 1',
    ]);
    expect(onceIn(refused.text)).to.equal(once);
    for (const [fields, status] of [
      [form({ once }), 422],
      [form({ once, Q01: '' }), 422],
      [form({ once, Q01: '0' }), 422],
      [form({ once, Q01: '4', Q13: '4' }), 422],
      [form({ once, Q01: '4', constructor: '4' }), 422],
      [form({ once, Q01: 'x'.repeat(10_000) }), 422],
      [`${form({ once })}&Q01=1&Q01=2`, 422],
      [form({ once: '', Q01: '4' }), 422],
      [form({ once: '$ne', Q01: '4' }), 422],
      [form({ Q01: '4' }), 422],
      [form({ once, Q01: 'x'.repeat(300_000) }), 413],
    ] as const)
      expect((await worker.send(path, urlencoded, fields)).status, fields.slice(0, 80)).to.equal(status);
    const json = JSON.stringify({ once, Q01: { $gt: '' } });
    expect((await worker.send(path, 'application/json', json)).status).to.equal(400);
    await answerTimes(web.deps, token, 4);
    await endQuestionnaire(web.deps, { applicationId: draft.id, questionnaireId: id });
    expect((await questionnaireNow(web.deps, draft.id, id)).answers).to.equal(null);
    const late = await worker.send(path, urlencoded, form({ once, Q01: '4' }));
    expect([late.status, mainOf(late).includes('Dieser Fragebogen ist beendet')]).to.deep.equal([409, true]);
    expect(mainOf(await worker.get(path))).to.include('Dieser Fragebogen ist beendet');
  });

  it('is opened, handed out, closed and joined by who writes; who reads looks on', async () => {
    const { browser, at } = draft;
    const path = `${at}/questionnaires`;
    const reader = (await web.colleague(draft, 'reader')).browser;
    expect(mainOf(await browser.get(`${at}/tasks`))).to.include('Questionnaire pour les personnes');
    const first = parse((await browser.get(path)).text);
    expect(first.querySelector('#closesOn')?.getAttribute('value')).to.equal('2026-12-02');
    expect(first.querySelector('#working')?.getAttribute('value')).to.equal('12');
    for (const [working, closesOn, said] of [
      ['', '2026-12-02', 'Combien de personnes travaillent chez vous'],
      ['4', '2026-12-02', 'Il faut au moins 5 personnes'],
      ['7,5', '2026-12-02', 'nombre entier'],
      ['12', '2028-12-02', 'entre demain et dans 90 jours'],
      ['12', '', 'Dernier jour pour répondre'],
    ] as const) {
      const refused = await browser.post(path, { working, closesOn });
      expect(refused.status, working).to.equal(422);
      expect(mainOf(refused)).to.include(said);
      expect(parse(refused.text).querySelector('#working')?.getAttribute('value')).to.equal(working);
    }
    const { location = '' } = (await browser.post(path, { working: '6', closesOn: '2026-12-24' })).headers;
    const one = location.replace('?saved=1', '');
    const link = parse((await browser.get(one)).text).querySelector('.handing a')?.text ?? '';
    for (const language of languages)
      expect((await browser.get(one)).text).to.include(link.replace('/fr/', `/${language}/`));
    expect(mainOf(await browser.get(one))).to.include('Le nombre de réponses paraît après le dernier jour');
    await answerTimes(web.deps, link.split('/').at(-1) ?? '', 8, chosen('4', { Q05: 'none' }));
    for (const seen of [await browser.get(one), await reader.get(one), await browser.get(path)])
      expect(mainOf(seen))
        .to.include('Ouvert jusqu’au 24 décembre 2026')
        .and.not.match(/Moyenne|[58] réponses/);
    expect(parse((await reader.get(one)).text).querySelectorAll('main form')).to.deep.equal([]);
    expect((await browser.post(`${one}/close`, {}, one)).status, 'before its day').to.equal(404);
    const questionnaireId = one.split('/').at(-1) ?? '';
    await endQuestionnaire(web.deps, { applicationId: draft.id, questionnaireId });
    const result = mainOf(await reader.get(one));
    expect(result).to.include('Au moins 5 réponses pour 6 personnes').and.include('83 % au moins');
    expect(result).to.include('Moyenne 4 sur 5').and.include('Moins de cinq personnes ont choisi une case');
    await browser.post(`${one}/attach`, {}, one);
    const joined = parse((await browser.get(one)).text).querySelector('a[href*="/evidence/"]');
    expect(mainOf(await browser.get(joined?.getAttribute('href') ?? '')))
      .to.match(/Fait par le service\s: au moins 5 réponses, 6 personnes au travail/)
      .and.include('TRV-03')
      .and.not.include('GOU-04');
  });

  it('is seen by reviewers as made by the service, beside the criterion', async () => {
    const { deps } = web;
    const { id, owner } = draft;
    const cast = await castOf(web);
    const { id: questionnaireId, token } = await opened();
    await answerTimes(deps, token, 7);
    const one = { applicationId: id, questionnaireId };
    await endQuestionnaire(deps, one);
    await attachResult(deps, owner, { ...one, language: 'fr', name: 'Questionnaire.pdf' });
    const [reviewId] = await advanceToEvaluation(deps, cast, id, owner);
    const desk = await web.browser(cast.reviewers[0]);
    expect(mainOf(await desk.get(`/fr/review/${reviewId}/TRV-03`)))
      .to.include('Questionnaire.pdf')
      .and.match(/Fait par le service\s: au moins 5 réponses, 12 personnes au travail/);
    expect((await desk.get(`/fr/applications/${id}/questionnaires`)).status).to.equal(404);
    const officer = await web.browser(cast.officer);
    expect((await officer.get(`/fr/applications/${id}/questionnaires/${questionnaireId}`)).status).to.equal(
      404,
    );
  });
});
