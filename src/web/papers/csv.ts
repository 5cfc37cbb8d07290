import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../criteria/scheme.ts';
import { numberText } from '../forms/entry.ts';

/**
 * Rows as CSV in UTF-8. Spreadsheets of the Swiss in French, German and Italian set cells apart by a semicolon, those in English
 * by a comma; the import reads both. The first rows of a file carry the mark by which spreadsheets know the encoding.
 */
export function csvText(
  rows: readonly (readonly (string | number | null)[])[],
  language: Language,
  isStart: boolean,
): string {
  const plain = rows.map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? numberText(cell) : cell)),
  );
  const delimiter = language === 'en' ? ',' : ';';
  return stringify(plain, { bom: isStart, delimiter, record_delimiter: 'windows' });
}
