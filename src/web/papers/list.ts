import type { Translator } from '../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../messages.ts';

/** How a column is written: a text as it is, a number, a day (YYYY-MM-DD) or an instant (ISO 8601) as what a spreadsheet sorts. */
export type ListType = 'text' | 'number' | 'day' | 'instant';
export type ListCell = string | number | null | undefined;

/** A column of a list. */
export interface ListColumn<Row> {
  /** The same in every language. */
  readonly key: string;
  /** In the language of whoever reads it. */
  readonly heading: string;
  readonly type: ListType;
  readonly cell: (row: Row) => ListCell;
  /** In characters, in a workbook. */
  readonly width?: number;
}

/** A column whose heading is one of `lists.columns`, by its key. */
export function columnsIn({ t }: Translator) {
  return <Row>(
    key: PlainNamesIn<'lists.columns'>,
    type: ListType,
    cell: ListColumn<Row>['cell'],
    width?: number,
  ): ListColumn<Row> => ({ key, heading: t(`lists.columns.${key}`), type, cell, ...(width && { width }) });
}

/** A list as someone sees it: what was asked for, its columns and its rows in their order. */
export interface List<Row> {
  /** What its file is called: `complaints`. */
  readonly name: string;
  readonly title: string;
  /** The filters that were set, each with what was asked, as the page says them. */
  readonly asked: readonly (readonly [filter: string, value: string])[];
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
}

export const listFormats = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];

/** What a spreadsheet would read as a formula, in both widths, and what the import recognises as an escaped one. */
const risky = /^'*[=+\-@＝＋－＠\t\r]/;

/** A text that no spreadsheet reads as a formula; the import removes the mark again. */
export function guard(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** The cells of a row, its texts guarded; null where there is nothing. */
export function cellsOf<Row>(columns: readonly ListColumn<Row>[], row: Row): (string | number | null)[] {
  return columns.map(({ cell }) => {
    const value = cell(row);
    return typeof value === 'string' ? guard(value) || null : (value ?? null);
  });
}

/** Every row of a list that is read a page at a time; the next page is read once the rows before it were taken. */
export async function* allPages<Row, Place>(
  read: (after: Place | undefined) => Promise<{ readonly rows: readonly Row[]; readonly next: Place | null }>,
): AsyncGenerator<Row> {
  let after: Place | undefined;
  for (;;) {
    const { rows, next } = await read(after);
    yield* rows;
    if (next === null) return;
    after = next;
  }
}
