import { expect } from 'chai';
import { parse as parseCsv } from 'csv-parse/sync';
import { streamXlsxRows } from 'hucre/xlsx';
import { parse } from 'node-html-parser';
import { takenRows } from '../../../src/web/register/takenList.view.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type Browser, shown, type TestWeb, testWeb } from '../../support/web.ts';

const formula = '=HYPERLINK("http://x.example")';

describe('a list to take away from the directory', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('taken-list');
    visitor = await web.browser();
    await insertEntries(web.connection, [
      entryNumbered(1, {
        name: formula,
        offers: [
          { name: 'Pain', category: 'bread', price: '-6 francs', contact: 'pain@fournil.example' },
          { name: 'Ateliers', type: 'service' },
        ],
        organisation: { commune: 'Genève', postcode: '1204' },
      }),
      entryNumbered(2, { name: 'Atelier', offers: ['Vélos', '@Selles'] }),
      entryNumbered(3, { name: 'Suspendue', offers: ['Pain'], state: 'suspended' }),
    ]);
  });
  after(() => web.stop());

  const csv = async (address: string): Promise<string[][]> => {
    const { status, text } = await visitor.get(address).buffer(true);
    expect(status, address).to.equal(200);
    return parseCsv(text, { bom: true, delimiter: ';' });
  };

  it('has an offer a row for a buyer, those alone that the filters leave, and no formula', async () => {
    const rows = await csv('/fr/register/offers.csv?category=bread');
    const { number } = entryNumbered(1);
    expect(rows).to.deep.equal([
      ['Offre', 'Catégorie', 'Prix', 'Livraison', 'Organisation', 'Code postal', 'Commune'].concat([
        'Acheter ou demander',
        'Numéro du label',
        'État du label',
        'Valable jusqu’au',
        'Vérifier',
      ]),
      ['Pain', 'Pain, farine et pâtisserie', "'-6 francs", '', `'${formula}`, '1204', 'Genève'].concat(
        ['pain@fournil.example', number, 'Label valable (Spécimen)', '2029-09-30'],
        [`http://label.example/labels/${number}`],
      ),
    ]);
  });

  it('has an organisation a row for a fair, with all that it offers', async () => {
    const [head = [], ...rows] = await csv('/fr/register/exhibitors.csv');
    const offers = head.indexOf('Offre');
    expect(rows.map((row) => row[offers])).to.have.members(['Pain; Ateliers', 'Vélos; @Selles']);
  });

  it('leaves out labels that do not hold, unless they are asked for', async () => {
    expect(await csv('/fr/register/exhibitors.csv?valid=any')).to.have.length(4);
  });

  it('says in its last row where the search finds more than the list holds', () => {
    const view = {
      entries: [entryNumbered(2, { offers: ['Vélos'] })],
      query: { text: '' },
      today: '2026-11-02',
    };
    const [cut, whole] = [true, false].map((isCut) =>
      takenRows('offers', { ...view, isCut }, shown.i18n.fr, 'http://label.example'),
    );
    expect([cut?.length, whole?.length]).to.deep.equal([3, 2]);
    expect(cut?.at(-1)?.[0]).to.match(/^Cette liste s’arrête à 1.000 labels/);
    expect(cut?.at(-1)?.length).to.equal(cut?.[0]?.length);
  });

  it('is the same as a workbook, in the language of the reader', async () => {
    const { status, headers, body } = await visitor
      .get('/de/register/offers.xlsx?q=velos')
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect([status, headers['content-disposition']]).to.deep.equal([
      200,
      'attachment; filename="made-in-ess-2026-11-02.xlsx"',
    ]);
    const rows = [];
    for await (const { values } of streamXlsxRows(body)) rows.push(values);
    expect(rows.map(([first]) => first)).to.deep.equal(['Angebot', 'Vélos', "'@Selles"]);
  });

  it('is refused for what cannot be asked, and offered by the directory with its filters', async () => {
    expect((await visitor.get('/fr/register/offers.csv?category=nothing')).status).to.equal(400);
    expect((await visitor.get('/fr/register/offers.pdf')).status).to.equal(404);
    const page = parse((await visitor.get('/fr/register?category=bread')).text);
    const files = page.querySelectorAll('main details li a').map((link) => link.getAttribute('href'));
    expect(files).to.deep.equal(
      ['exhibitors', 'offers'].flatMap((list) =>
        ['xlsx', 'csv'].map((format) => `/fr/register/${list}.${format}?category=bread`),
      ),
    );
    expect((await visitor.get('/fr/register/offers.csv')).headers.ratelimit).to.include('downloads');
  });
});
