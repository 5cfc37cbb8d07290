import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { isMandatory } from '../../../src/scoring/verdict.ts';
import { loadQuestions } from '../../../src/web/site/loadQuestions.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const questions = loadQuestions();
const { scheme, texts } = realScheme();

const exclusions = scheme.exclusions.map(({ id }) => `exclusion.${id}`);

describe('the plain questions', () => {
  it('cover the open version: every criterion due at first, and nothing unknown', () => {
    expect(questions.length).to.equal(9);
    const criteria = questions.flatMap((one) => one.criteria);
    const due = scheme.criteria.filter((criterion) => isMandatory(criterion, 'first')).map(({ id }) => id);
    expect(criteria).to.include.members(due);
    expect(scheme.criteria.map(({ id }) => id)).to.include.members(criteria);
  });
});

describe('the pages before applying', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('before');
    visitor = await web.browser();
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged).to.deep.equal([]));

  const all = (value: string, others: Record<string, string> = {}) =>
    new URLSearchParams(
      Object.fromEntries([
        ...exclusions.map((name) => [name, others[name] ?? 'no']),
        ...questions.map(({ id }) => [id, others[id] ?? value]),
      ]),
    ).toString();
  const said = async (query: string) => {
    const { status, text } = await visitor.get(`/fr/is-it-for-us?${query}`);
    expect(status).to.equal(200);
    return /id="result-title">([^<]*)</.exec(text)?.[1]?.replaceAll('\u00a0', ' ') ?? '';
  };

  it('say whether it is for them, and what each "no" means', async () => {
    expect(await said('')).to.equal('');
    expect(await said(all('yes'))).to.equal('Vous pouvez commencer');
    expect(await said(all('yes', { pay: 'unsure' }))).to.include('vérifiant une chose');
    expect(await said(all('yes', { pay: 'no', here: 'no' }))).to.equal('Presque : il vous manque 2 choses');
    expect(await said(all('no'))).to.equal('Pas encore : il vous manque 9 choses');
    expect(await said(all('yes', { 'exclusion.EXC-4': 'unsure' }))).to.include('vérifiant une chose');
    expect(await said(all('yes', { 'exclusion.EXC-4': 'yes' }))).to.include('pas possible pour l’instant');
    const { text } = await visitor.get(`/fr/is-it-for-us?${all('yes', { pay: 'no' })}`);
    expect(text).to.include('Relever le plus bas salaire').and.to.include('/fr/criteria/1.1.0/LUC-03');
    expect(text).to.include(`/de/is-it-for-us?${all('yes', { pay: 'no' }).replaceAll('&', '&amp;')}`);
  });

  it('lead on with what was said of the exclusions, and back to the reason where one excludes', async () => {
    const { text } = await visitor.get(`/fr/is-it-for-us?${all('yes')}`);
    const [, start = ''] = /href="(\/fr\/start[^"]*)"/.exec(text) ?? [];
    const on = await visitor.get(start.replaceAll('&amp;', '&'));
    expect([on.status, on.headers.location]).to.deep.equal([
      302,
      `/fr/my/start?${start.split('?')[1]?.replaceAll('&amp;', '&')}`,
    ]);
    const out = await visitor.get('/fr/start?exclusion.EXC-2=yes&exclusion.EXC-1=maybe&foo=1');
    expect(out.headers.location).to.equal('/fr/is-it-for-us?exclusion.EXC-2=yes#result');
  });

  it('say what the label costs, how long each step takes, how long it holds, and who answers', async () => {
    const { procedure, operator } = web.deps;
    const { text } = await visitor.get('/fr/apply');
    const { process, validity } = scheme;
    const days = [
      procedure.stepDays.screening,
      process.invitationDays + procedure.reviewDays,
      procedure.stepDays.decision,
      process.agreementDays,
    ];
    for (const count of days) expect(text).to.include(`${count} jours au plus`);
    const whole = days.reduce((sum, one) => sum + one);
    expect(text).to.include(
      `En tout\u00a0: ${whole} jours ouvrables au plus, environ ${Math.ceil(whole / 21)} mois`,
    );
    expect(text).to.include(`${validity.months} mois`).and.to.include(operator.email);
    expect(text, 'no figure of too few files').to.not.include('dossiers en');
    expect((await visitor.get('/fr/contact')).text).to.include(`mailto:${operator.email}`);
  });

  it('treat anything else as unanswered', async () => {
    const long = 'x'.repeat(7000);
    for (const query of [
      'purpose=yes&purpose=no',
      'purpose[$gt]=1',
      `purpose=${long}`,
      'foo=1&__proto__=yes',
    ]) {
      expect(await said(query), query.slice(0, 40)).to.equal('');
    }
    expect(await said(`purpose=yes&profit=${long}`)).to.equal('Il reste 14 questions');
  });

  for (const language of languages) {
    it(`exist in ${language} with links to other languages, cacheable, without script or cookie`, async () => {
      for (const path of ['/is-it-for-us', '/try', '/criteria/1.1.0/all', '/criteria/1.1.0/themes/LUC']) {
        const { status, text, headers } = await visitor.get(`/${language}${path}`);
        expect(status, path).to.equal(200);
        for (const other of languages) expect(text, path).to.include(`hreflang="${other}" href="`);
        expect(text, path).to.not.match(/<script|\sstyle="|\son\w+="|undefined|\[object|NaN|name="csrf"/);
        expect(headers['set-cookie'], path).to.equal(undefined);
        expect(headers['cache-control'], path).to.include('public');
      }
    });
  }

  it('show every criterion of a version with levels, evidence and reason on one page for printing', async () => {
    const { text } = await visitor.get('/en/criteria/1.1.0/all');
    for (const { id, na } of scheme.criteria) {
      expect(text, id).to.include(`id="${id}"`);
      if (na) expect(text, id).to.include(escaped(texts.en.criteria[id]?.na ?? ''));
    }
  });

  it('show sources of a criterion, its minimum, other thresholds and the state of the version', async () => {
    const { text } = await visitor.get('/fr/criteria/1.1.0/OFR-01');
    for (const part of [
      'Swissness',
      'exigé dès la première demande',
      'Aliment',
      'ouverte aux nouvelles demandes',
    ]) {
      expect(text).to.include(part);
    }
    for (const { id, from } of scheme.criteria) {
      const page = await visitor.get(`/it/criteria/1.1.0/${id}`);
      for (const code of from) expect(page.text, `${id} ${code}`).to.not.include(`<li>${code}</li>`);
    }
  });

  it('underline a glossary word once a page, with its explanation', async () => {
    const { text } = await visitor.get('/fr/criteria/1.1.0/LUC-03');
    expect(text.split('Combien de fois le salaire le plus haut').length - 1).to.equal(1);
    const theme = await visitor.get('/fr/criteria/1.1.0/themes/LUC');
    expect(theme.text.split('class="term"').length).to.be.greaterThan(2);
    const plain = [...theme.text.matchAll(/<strong>([^<]*)<\/strong><br>/g)].map(([, term]) => term);
    expect(plain).to.deep.equal([...new Set(plain)]);
  });

  it('return not found for another theme', async () => {
    for (const path of ['/criteria/1.1.0/themes/XXX', '/criteria/9.9.9/all', '/criteria/9.9.9/themes/LUC']) {
      expect((await visitor.get(`/fr${path}`)).status, path).to.equal(404);
    }
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
}
