import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { WorkbookProperties } from 'hucre/xlsx';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { shownAt } from '../../register/day.ts';
import type { ListColumn, ListType } from './list.ts';

type Cells = readonly (string | number | null)[];

/** What stands beside the rows: a sheet of facts about them, and the properties of the document. */
export interface AboutRows {
  readonly sheet: string;
  readonly rows: readonly (readonly [string, string | number])[];
  readonly properties: WorkbookProperties;
}

/** What OOXML reads as one character of another code (ECMA-376, 22.9.2.19) is text here. */
const coded = /_(?=x[0-9a-f]{4}_)/gi;
/** No XML 1.0 may hold these. */
const unwritable = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;
/** In characters; a spreadsheet refuses a longer cell (ECMA-376, 18.4). */
const maxCell = 32_767;
const formats: Readonly<Partial<Record<ListType, string>>> = {
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};
const widths: Readonly<Record<ListType, number>> = { text: 28, number: 10, day: 12, instant: 17 };
/** In characters: packing many small pieces takes longer than writing them. */
const chunk = 1 << 16;
const sheetPart = 'xl/worksheets/sheet1.xml';

/** A text as a workbook holds it. */
export function workbookText(text: string): string {
  return text.replaceAll(unwritable, '').replaceAll(coded, '_x005F_').slice(0, maxCell);
}

/**
 * A workbook whose first sheet is written row by row while it is packed: the writer of a whole one holds everything that waits for
 * seconds with 50,000 rows (decision 10). That writer makes all the rest, `about` when the last row was read.
 */
export async function workbookOf<Row>(
  sheet: string,
  columns: readonly ListColumn<Row>[],
  rows: AsyncIterable<Cells>,
  about: () => AboutRows,
): Promise<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const written = Readable.from(sheetOf());
  for (const source of [zip, written]) source.on('error', (error: Error) => output.destroy(error));
  zip.addReadStream(written, sheetPart);
  return buffer(output);

  async function* sheetOf() {
    const { start, styles } = await emptySheet(sheet, columns);
    yield start;
    let count = 1;
    let waiting = '';
    for await (const cells of rows) {
      count += 1;
      waiting += `<row>${cells.map((cell, i) => cellXml(cell, columns[i]?.type ?? 'text', styles[i])).join('')}</row>`;
      if (waiting.length < chunk) continue;
      yield waiting;
      waiting = '';
    }
    const parts = await partsOf(sheet, columns, about(), count);
    const end = parts.get(sheetPart)?.toString().split('</sheetData>')[1] ?? '';
    parts.delete(sheetPart);
    for (const [name, bytes] of parts) zip.addBuffer(bytes, name);
    zip.end();
    yield `${waiting}</sheetData>${end}`;
  }
}

/** The first sheet up to its first row, and how the cells of each column look. */
async function emptySheet<Row>(sheet: string, columns: readonly ListColumn<Row>[]) {
  const parts = await partsOf(sheet, columns, { sheet: `${sheet}.`, rows: [], properties: {} }, 1);
  const text =
    parts
      .get(sheetPart)
      ?.toString()
      .replace(/<dimension [^>]*>/, '') ?? '';
  const [start = '', sample = ''] = text.split('</row>');
  const styles = [...sample.matchAll(/<c [^>]*>/g)].map(([cell]) => / s="(\d+)"/.exec(cell)?.[1]);
  return { start: `${start}</row>`, styles };
}

/** The parts of a workbook with the head of the list, one row that shows how each column looks, and what is told about it. */
async function partsOf<Row>(
  sheet: string,
  columns: readonly ListColumn<Row>[],
  about: AboutRows,
  count: number,
): Promise<Map<string, Buffer>> {
  const { writeXlsx } = await import('hucre/xlsx');
  const bold = new Map(columns.map((_, i) => [`0,${i}`, { style: { font: { bold: true } } }]));
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ type, width = widths[type] }) => ({
          width,
          ...(formats[type] && { numFmt: formats[type] }),
        })),
        rows: [columns.map(({ heading }) => workbookText(heading)), columns.map(() => 0)],
        cells: bold,
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${letters(columns.length)}${count}` },
      },
      {
        name: about.sheet,
        columns: [{ width: 28 }, { width: 70 }],
        rows: about.rows.map(([name, value]) => [
          workbookText(name),
          typeof value === 'string' ? workbookText(value) : value,
        ]),
      },
    ],
    properties: about.properties,
  });
  return unzipped(Buffer.from(bytes));
}

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}

/** The name of the last of so many columns: A to ZZ. */
function letters(count: number): string {
  const [high, low] = [Math.floor((count - 1) / 26), (count - 1) % 26];
  return `${high > 0 ? String.fromCharCode(64 + high) : ''}${String.fromCharCode(65 + low)}`;
}

function cellXml(cell: string | number | null, type: ListType, style: string | undefined): string {
  if (cell === null) return '<c/>';
  const value = typeof cell === 'string' && type !== 'text' ? serialOf(cell, type) : cell;
  if (typeof value === 'number') return `<c${style ? ` s="${style}"` : ''}><v>${value}</v></c>`;
  const text = workbookText(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A day or an instant as a spreadsheet counts them: days since the end of 1899, as the clocks of the label show it. */
function serialOf(text: string, type: ListType): number | string {
  const { day, time } = type === 'instant' ? shownAt(text) : { day: text, time: '00:00' };
  const serial = Date.parse(`${day}T${time}Z`) / 86_400_000 + 25_569;
  return Number.isFinite(serial) ? serial : text;
}
