import { type CsvError, parse } from 'csv-parse/sync';
import { streamXlsxRows } from 'hucre/xlsx';
import type { ReadTable, TableRow } from '../commands/items/intake.ts';
import { LabelError } from '../errors.ts';
import { checkOffice } from './checkOffice.ts';
import { charsetOf, isText } from './checkText.ts';
import { utf16Of } from './readXml.ts';
import { recognise } from './recognise.ts';
import { refuse } from './refuse.ts';

/** Most columns that are looked at, and most characters of one row: far more than a table for people has. */
const maxColumns = 30;
const maxOfRow = 64 * 1024;
/** Most characters of all cells of a workbook, which is packed. */
const maxOfAll = 4 * 1024 * 1024;

/** The 32 signs in which Windows-1252 differs from Latin-1; five places of it stand for nothing and do not come here. */
const windows = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'];

/**
 * What stands in a file of data. It is read and never kept, so nobody opens it: a text that a spreadsheet would take for a
 * formula is a text here. A workbook is looked into like any other that comes in.
 */
export async function readTable(bytes: Buffer, extension: string, maxRows: number): Promise<ReadTable> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    if ((await recognise(bytes, extension)) !== 'xlsx') refuse('tableKind');
    await checkOffice(bytes, 'xlsx');
    return { kind: 'xlsx', rows: await rowsOfWorkbook(bytes, maxRows) };
  }
  const text = textOf(bytes, extension);
  if (extension === 'json' || /^\s*[{[]/.test(text)) return { kind: 'json', text };
  return { kind: 'csv', rows: rowsOfText(text, maxRows) };
}

/** In UTF-8, in UTF-16 with its mark (what spreadsheets call "Unicode text"), or in the old encoding of Windows. */
function textOf(bytes: Buffer, extension: string): string {
  const utf16 = utf16Of(bytes);
  const plain = utf16 === null ? bytes : Buffer.from(new TextDecoder(utf16).decode(bytes));
  if (!isText(plain)) refuse(['csv', 'txt', 'json'].includes(extension) ? 'fileCharacters' : 'tableKind');
  if (charsetOf(plain) === 'utf-8') return new TextDecoder().decode(plain);
  // By hand: the decoder of Node 20 takes this encoding for another one, without these signs.
  return plain
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => windows[sign.charCodeAt(0) - 0x80] ?? sign);
}

function rowsOfText(text: string, maxRows: number): TableRow[] {
  const declared = /^"?sep=([^\r\n"])"?\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const above = declared ? 1 : 0;
  const options = {
    delimiter: declared?.[1] ?? separatorOf(body),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: maxOfRow,
    to: maxRows + 1,
  };
  try {
    const rows: string[][] = parse(body, options);
    if (rows.length > maxRows) refuse('tableTooLong', { max: maxRows });
    return rows.map((cells, i) => ({ row: i + 1 + above, cells: cells.slice(0, maxColumns) }));
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const line = Number(error.lines ?? 0) + above;
    if (error.code === 'CSV_MAX_RECORD_SIZE') return refuse('fileTooComplex');
    return refuse('tableQuote', { line });
  }
}

function isCsvError(error: unknown): error is CsvError & { readonly lines?: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}

/** Which of the usual signs stands most often in the first row. */
function separatorOf(text: string): string {
  const first = text.slice(0, maxOfRow).split(/[\r\n]/, 1)[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

async function rowsOfWorkbook(bytes: Buffer, maxRows: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  let characters = 0;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { maxRows: maxRows + 1 })) {
      const cells = values.slice(0, maxColumns).map(cellOf);
      characters += cells.join('').length;
      if (rows.length === maxRows) return refuse('tableTooLong', { max: maxRows });
      if (characters > maxOfAll) return refuse('fileTooComplex');
      rows.push({ row: index + 1, cells });
    }
  } catch (error) {
    if (error instanceof LabelError) throw error;
    refuse('fileDamaged', { format: 'XLSX' });
  }
  return rows;
}

function cellOf(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'boolean' ? String(value) : '';
}
