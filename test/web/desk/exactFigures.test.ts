import { expect } from 'chai';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'node-html-parser';
import { publishFigures } from '../../../src/commands/desk/figures/publishFigures.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { sendComplaint } from '../../support/complaintSteps.ts';
import { bodyOf, publishedNeed } from '../../support/exchangeSteps.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** What is read of one figure, by its name in the CSV: by everybody (null for what is left out), and by the office. */
const told: readonly (readonly [figure: string, everybody: string | null, office: string])[] = [
  ['labels,,', '3', '3'],
  ['needs,,', '', '1'],
  ['conversations,,', '5', '7'],
  ['deals,,', '5', '7'],
  // Who says a value is promised that it counts from five deals on.
  ['value,,', '5000', '5000'],
  ['themeAverage,TRV,', null, '60'],
  ['dealsBetween,food,food', '5', '7'],
  ['files,sent,', '', '2'],
  ['files,granted,', '', '2'],
  ['stepFiles,screening,', '', '2'],
  ['stepMedian,screening,', '', '3'],
  ['floorReached,TRV,', null, '50'],
  ['complaints,received,', '', '1'],
  ['complaints,answered,', '', '0'],
];

describe('the exact figures of a year', () => {
  let web: WebWithCast;
  let officer: Person;
  let recused: Person;
  before(async () => {
    web = await webWithCast('exact-figures');
    const { deps, connection } = web;
    officer = web.cast.officer;
    const scores = [{ theme: 'TRV', score: 60 }];
    await insertEntries(
      connection,
      [1, 2, 3].map((n) => entryNumbered(n, { offers: ['Pain'], scores })),
    );
    const buyer = await bodyOf(web, 'buyer');
    const need = await publishedNeed(deps, buyer);
    await connection
      .collection<{ _id: string }>('organisations')
      .updateMany({}, { $set: { sector: 'food' } });
    const at = '2026-11-05T09:00:00.000Z';
    await connection
      .collection<{ _id: string }>('organisations')
      .insertMany(
        Array.from({ length: 7 }, (_, n) => ({ _id: `seller-${n}`, name: `Spécimen ${n}`, sector: 'food' })),
      );
    await connection
      .collection<{ _id: string }>('conversations')
      .insertMany(
        Array.from({ length: 7 }, (_, n) => ({
          ...{ _id: `talk-${n}`, needId: need.id, organisationId: buyer.organisationId },
          ...{ writerId: `seller-${n}`, answeredAt: at, openedAt: at, messages: [] },
          outcomes: [{ organisationId: buyer.organisationId, outcome: 'deal', value: 1000, at }],
        })),
      );
    for (const [id, points, organisationId] of [
      ['A-2026-900001', 50, 'O1'],
      ['A-2026-900002', 10, buyer.organisationId],
    ] as const)
      await decidedFile(id, points, organisationId);
    await sendComplaint(web);
    await publishFigures(deps, new Date('2026-11-09T04:15:00.000Z'));
    recused = await web.person('recused', 'officer');
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    const { organisationId } = buyer;
    await declareTie(deps, recused, { ...tie, personId: recused.id, organisationId });
  });
  after(() => web.stop());

  /** A file that was complete after three days and granted three days later, with points of a theme whose floor is 40. */
  async function decidedFile(id: string, points: number, organisationId: string) {
    const submittedAt = '2026-11-02T08:00:00.000Z';
    const stored = { context: { kind: 'initial', organisationId }, state: 'granted', submittedAt };
    const { connection } = web;
    await connection.collection<{ _id: string }>('applications').insertOne({ _id: id, ...stored });
    const result = { themes: [{ theme: 'TRV', shown: points, floor: 40 }] };
    const lines = (['submitted', 'accepted', 'granted'] as const).map((fact, i) => ({
      ...{ _id: `${id} ${i}`, stream: `applications/${id}`, seq: i + 1 },
      ...{ at: `2026-11-${['02', '05', '08'][i]}T08:00:00.000Z`, facts: [`application.${fact}`] },
      data: fact === 'granted' ? { letter: { result } } : {},
    }));
    await connection.collection<{ _id: string }>('records').insertMany(lines);
  }

  const path = '/fr/dashboard/figures/2026';
  const csvOf = async (person: Person) => {
    const { text } = await (await web.browserOf(person)).get(`${path}/list.csv`);
    const rows: string[][] = parseCsv(text, { bom: true, delimiter: ';' });
    return new Map(rows.map(([, figure, of, other, value]) => [`${figure},${of},${other}`, value]));
  };

  for (const [figure, everybody, office] of told)
    it(`tell ${figure} to everybody as ${everybody || 'nothing'} and to the office as ${office}`, async () => {
      const { text } = await (await web.browser()).get('/api/v1/figures.csv');
      const published = text.split('\n').find((line) => line.startsWith(`2026,${figure},`));
      expect(published?.split(',').at(-1) ?? null).to.equal(everybody);
      expect((await csvOf(officer)).get(figure)).to.equal(office);
    });

  it('stand on a page that is linked from the dashboard and says that they are not to be published', async () => {
    const browser = await web.browserOf(officer);
    expect((await browser.get('/fr/dashboard')).text).to.include(`href="${path}"`);
    const main = parse((await browser.get(path)).text).querySelector('main');
    expect(main?.text)
      .to.include('Ne les publiez pas')
      .and.not.match(/moins de cinq|pour être publié|par cinq, arrondies|groupes de cinq/i);
    const counts = main?.querySelectorAll('dd').map((one) => one.text.trim());
    expect(counts).to.include.members(['1', '2', '3', '7', '0']);
    expect(main?.querySelector(`a[href="${path}/list.csv"]`), 'a link to the CSV').not.to.equal(null);
  });

  it('leave out the files of which their reader is recused', async () => {
    const counted = await csvOf(recused);
    expect([counted.get('files,granted,'), counted.get('floorReached,TRV,')]).to.deep.equal(['1', '100']);
  });

  it('are not found for a year of which none were published, nor read by everybody', async () => {
    expect((await (await web.browserOf(officer)).get('/fr/dashboard/figures/2025')).status).to.equal(404);
    const visitor = await (await web.browser()).get(path);
    expect(visitor.headers.location).to.match(/sign-in/);
  });
});
