import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { publishFigures } from '../../../src/commands/desk/figures/publishFigures.ts';
import { figuresAnswer } from '../../../src/web/schemas/figures.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
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
    expect(page?.querySelectorAll('table tbody tr').length).to.equal(1);
    expect(page?.querySelector('table rect')?.getAttribute('width')).to.equal('62');
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

  it('is not found for a year without figures, or what is no year', async () => {
    const anyone = await web.browser();
    for (const year of ['2025', '2027', '1999', 'NaN', '2026.xml', '2026.json.csv', '2026%20'])
      expect((await anyone.get(`/fr/figures/${year}`)).status, year).to.equal(404);
  });
});
