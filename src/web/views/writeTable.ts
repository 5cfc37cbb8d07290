import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../criteria/scheme.ts';
import { plainRows, type TableCell } from './table.view.ts';

/** Widths of the columns of a workbook of answers, in characters; the last one is taken by all that follow. */
const ofAnswers = [9, 6, 10, 60, 22, 5, 34, 60];

/** What OOXML reads as one character of another code (ECMA-376, 22.9.2.19) is text here. */
const coded = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * A table as CSV in UTF-8 with its mark, by which spreadsheets know the encoding. Those of the Swiss in French, German and
 * Italian set cells apart by a semicolon, those in English by a comma; the import reads both.
 */
export function csvOf(rows: readonly TableCell[][], language: Language): Buffer {
  const delimiter = language === 'en' ? ',' : ';';
  return Buffer.from(stringify(plainRows(rows), { bom: true, delimiter, record_delimiter: 'windows' }));
}

/** Tables as the sheets of a workbook, by their names; the first row of each is its head. */
export async function xlsxOf(
  sheets: readonly { readonly name: string; readonly rows: readonly TableCell[][] }[],
  widths: readonly number[] = ofAnswers,
): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  const written = await writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      columns: widths.map((width) => ({ width })),
      rows: rows.map((cells) =>
        cells.map((cell) => (typeof cell === 'string' ? cell.replaceAll(coded, '_x005F_') || null : cell)),
      ),
      freezePane: { rows: 1 },
    })),
  });
  return Buffer.from(written);
}
