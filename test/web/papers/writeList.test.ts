import { hash } from 'node:crypto';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { LabelError } from '../../../src/errors.ts';
import { allPages, type List, type ListFormat } from '../../../src/web/papers/list.ts';
import { writeList } from '../../../src/web/papers/writeList.ts';
import { shown } from '../../support/web.ts';

interface Row {
  readonly text: string;
  readonly number: number | null;
  readonly day: string;
  readonly instant: string | undefined;
}

const made = { at: '2026-11-28T08:00:00.000Z', criteria: '2026.1' };

const listOf = (rows: List<Row>['rows']): List<Row> => ({
  name: 'specimens',
  title: 'Spécimens',
  asked: [['Étape', 'À traiter']],
  columns: [
    { key: 'text', heading: 'Texte', type: 'text', cell: ({ text }) => text },
    { key: 'number', heading: 'Nombre', type: 'number', cell: ({ number }) => number },
    { key: 'day', heading: 'Jour', type: 'day', cell: ({ day }) => day },
    { key: 'instant', heading: 'Instant', type: 'instant', cell: ({ instant }) => instant },
  ],
  rows,
});
const write = (rows: List<Row>['rows'], format: ListFormat, language: 'fr' | 'en' = 'fr') =>
  writeList(listOf(rows), format, made, shown.i18n[language], () => undefined);
const row = (text: string): Row => ({
  text,
  number: 1,
  day: '2026-11-28',
  instant: '2026-07-01T22:30:00.000Z',
});

/** Texts that a spreadsheet would run, that XML cannot hold, that are other signs in a workbook. */
const nasty = [
  '=1+1',
  '+41',
  '-2',
  '@x',
  '\t=1',
  "'=1",
  '＝1',
  '_x0041_',
  '<b>&amp;]]>',
  'a;b"c\r\nd',
  ' x ',
  '🜁',
];

describe('an export of a list', () => {
  it('gives what was there back in both formats, nothing of it a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', minLength: 1 })), {
          maxLength: 20,
        }),
        async (texts) => {
          const rows = texts.map(row);
          const [csv, xlsx] = [await write(rows, 'csv'), await write(rows, 'xlsx')];
          const inCsv: string[][] = parse(csv.bytes, { bom: true, delimiter: ';' });
          const book = await readXlsx(xlsx.bytes);
          const inBook = book.sheets[0]?.rows ?? [];
          expect([inCsv.length, inBook.length]).to.deep.equal([texts.length + 1, texts.length + 1]);
          texts.forEach((text, i) => {
            const risky = /^'*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
            expect(inCsv[i + 1]).to.deep.equal([risky, '1', '2026-11-28', '2026-07-01T22:30:00.000Z']);
            const plain = risky.replace(/[^\P{Cc}\t\n\r]/gu, '').replaceAll(/\r\n?/g, '\n');
            expect(String(inBook[i + 1]?.[0] ?? '').replaceAll(/\r\n?/g, '\n')).to.equal(plain);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('writes days and instants as what a spreadsheet sorts, as the clocks of Geneva show them', async () => {
    const { bytes } = await write([row('a'), { ...row('b'), number: null, instant: undefined }], 'xlsx');
    const { sheets } = await readXlsx(bytes);
    const [head, first, second] = sheets[0]?.rows ?? [];
    expect(head).to.deep.equal(['Texte', 'Nombre', 'Jour', 'Instant']);
    expect(first).to.deep.equal(['a', 1, new Date('2026-11-28T00:00:00Z'), new Date('2026-07-02T00:30:00Z')]);
    expect(second?.slice(0, 3)).to.deep.equal(['b', null, new Date('2026-11-28T00:00:00Z')]);
  });

  it('says in a workbook what it is, and by which digest its rows are known', async () => {
    const [csv, xlsx] = [await write([row('a')], 'csv'), await write([row('a')], 'xlsx')];
    expect(csv.digest).to.equal(hash('sha256', csv.bytes));
    expect(xlsx.digest).to.equal(csv.digest);
    const { sheets, properties } = await readXlsx(xlsx.bytes);
    const facts = Object.fromEntries(sheets[1]?.rows.map(([name, value]) => [String(name), value]) ?? []);
    expect(facts).to.deep.include({
      Liste: 'Spécimens',
      Référentiel: '2026.1',
      Étape: 'À traiter',
      Lignes: 1,
      'SHA-256 du CSV de cette liste': csv.digest,
      [shown.i18n.fr.t('lists.column', { heading: 'Jour' })]: 'day',
    });
    expect(properties?.custom).to.deep.equal({ criteria: '2026.1', rows: 1, sha256: csv.digest });
    expect((await write([row('b')], 'csv')).digest).not.to.equal(csv.digest);
  });

  it('reads a page once the one before was taken, and closes what it reads from when nobody waits any more', async () => {
    const read: number[] = [];
    let closed = false;
    async function* rows() {
      try {
        yield* allPages(async (after: number | undefined) => {
          const page = (after ?? 0) + 1;
          read.push(page);
          return { rows: Array.from({ length: 100 }, () => row('x')), next: page };
        });
      } finally {
        closed = true;
      }
    }
    for (const format of ['csv', 'xlsx'] as const) {
      [closed, read.length] = [false, 0];
      const left = writeList(listOf(rows()), format, made, shown.i18n.fr, (count) => {
        if (count >= 600) throw new LabelError('badRequest');
      });
      const error = await left.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error, format).to.be.instanceOf(LabelError);
      expect([closed, read.length], format).to.deep.equal([true, 6]);
    }
  });
});
