import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { publishFigures } from '../../../src/commands/desk/figures/publishFigures.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { figuresAnswer } from '../../../src/web/schemas/figures.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { yearReportSample } from '../../support/samples/yearReportSample.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('the page of a year in figures', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('year-figures-page');
    const scores = [{ theme: 'COO', score: 62 }];
    const entries = [1, 2, 3, 4, 5].map((n) => entryNumbered(n, { offers: ['Pain'], scores }));
    await insertEntries(web.connection, entries);
    await publishFigures(web.deps, new Date('2026-11-09T04:15:00.000Z'));
  });
  after(() => web.stop());

  it('is read by everybody, drawn, and the same as JSON and CSV', async () => {
    const anyone = await web.browser();
    expect((await anyone.get('/fr/needs')).text).to.include('/fr/figures/2026');
    const page = parse((await anyone.get('/fr/figures/2026')).text).querySelector('main');
    expect(page?.text).to.include('Compté jusqu’au 9 novembre 2026.').and.include('moins de cinq');
    expect(page?.querySelectorAll('table:not(.stacked) tbody tr').length).to.equal(1);
    expect(page?.querySelector('table:not(.stacked) rect')?.getAttribute('width')).to.equal('62');
    const { body } = await anyone.get('/api/v1/figures');
    expect(figuresAnswer.parse(body)).to.deep.equal(body);
    expect(body.years).to.have.length(1);
    expect(body.years[0]).to.deep.include({
      year: 2026,
      register: { labels: 5, offers: 5, communes: 1 },
      flows: [],
    });
    const csv = await anyone.get('/api/v1/figures.csv');
    expect(csv.text.split('\n')).to.include('2026,labels,,,5').and.include('2026,themeAverage,COO,,62');
    expect(csv.headers.link).to.include('rel="license"');
  });

  for (const language of languages)
    it(`is led to from the address without a year, in ${language}`, async () => {
      const { status, headers } = await (await web.browser()).get(`/${language}/figures`);
      expect([status, headers.location]).to.deep.equal([302, `/${language}/figures/2026`]);
    });

  it('tells how long steps took, the same on every page, and is printed in each language', async () => {
    const { figures } = yearReportSample('fr');
    const line = { id: web.deps.ids.next(), at: '2026-11-10T04:15:00.000Z', actor: systemActor } as const;
    const on = '2026-11-10';
    await web.deps.store.note({
      ...line,
      stream: 'figures/2026',
      facts: ['figures.published'],
      data: { ...figures, on },
    });
    const anyone = await web.browser();
    const main = async (path: string) => parse((await anyone.get(path)).text).querySelector('main')?.text;
    const said = await main('/fr/how-long');
    expect(said).to.include('31 jours').and.include('52 jours').and.include('10 novembre 2026');
    expect(said, 'of decisions there were too few').to.include('trop peu');
    expect(await main('/fr/apply')).to.include('la moitié des 25 dossiers en 4 jours au plus');
    expect(await main('/fr/figures/2026')).to.include('0,71, sur 25 dossiers');
    const csv = (await anyone.get('/api/v1/figures.csv')).text.split('\n');
    expect(csv).to.include('2026,stepMedian,evaluation,,31').and.include('2026,files,granted,,');
    for (const language of languages) {
      const paper = await anyone.get(`/${language}/figures/2026/report.pdf`).responseType('blob');
      expect([paper.status, paper.type]).to.deep.equal([200, 'application/pdf']);
      expect(wordsOf(paper.body)).to.include(language === 'fr' ? 'Rapport de l’année 2026' : '2026');
    }
    expect((await anyone.get('/fr/figures/2025/report.pdf')).status).to.equal(404);
  });

  it('is not found for a year without figures, or what is no year', async () => {
    const anyone = await web.browser();
    for (const year of ['2025', '2027', '1999', 'NaN', '2026.xml', '2026.json.csv', '2026%20'])
      expect((await anyone.get(`/fr/figures/${year}`)).status, year).to.equal(404);
  });
});
