import type { Language } from '../../criteria/scheme.ts';
import { csvText } from '../papers/csv.ts';
import { workbookText } from '../papers/workbook.ts';
import type { TableCell } from './table.view.ts';

/** Widths of the columns of a workbook of answers, in characters; the last one is taken by all that follow. */
const ofAnswers = [9, 6, 10, 60, 22, 5, 34, 60];

/** A table as CSV. */
export function csvOf(rows: readonly TableCell[][], language: Language): Buffer {
  return Buffer.from(csvText(rows, language, true));
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
        cells.map((cell) => (typeof cell === 'string' ? workbookText(cell) || null : cell)),
      ),
      freezePane: { rows: 1 },
    })),
  });
  return Buffer.from(written);
}
