import type { ReadTable, TableRow } from '../../commands/intake.ts';
import { answersFormat, answersFormatVersion } from '../../commands/transfer/answersFile.ts';
import { mostLines } from '../../commands/transfer/line.ts';
import { LabelError } from '../../errors.ts';
import { entriesOfJson } from './transferJson.ts';

/** The columns of a table of answers, in their order; `question` is for people and says nothing to us. */
export const tableColumns = [
  'kind',
  'offer',
  'id',
  'question',
  'value',
  'na',
  'evidence',
  'comment',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** One line as texts, before anything of it is understood. */
export type Entry = Readonly<Record<Exclude<TableColumn, 'question'>, string>> & { readonly line: number };

/** Everything that a file says, as texts. */
export interface Entries {
  readonly criteriaVersion: string;
  readonly entries: readonly Entry[];
}

/** A cell that a spreadsheet would take for a formula carries an apostrophe in front, and so does one that began like that. */
const guarded = /^'+[=+\-@＝＋－＠\t\r]/;

/** Most rows of a table: its lines, its head, and what it says of itself. */
export const mostRows = mostLines + 4;

/** The entries of a file, or `invalid` where it is no file of answers. */
export function entriesOf(table: ReadTable): Entries {
  const read = table.kind === 'json' ? entriesOfJson(table.text) : entriesOfRows(table.rows);
  if (read.entries.length > mostLines) refuseFile('tableTooLong', { max: mostLines });
  return read;
}

/** Refuses the whole file. */
export function refuseFile(code: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new LabelError('invalid', { faults: [{ field: 'file', code, params }] });
}

/** `formatVersion` as the file says it: another one than ours is not guessed at. */
export function requireFormat(format: unknown, formatVersion: unknown): void {
  if (format !== answersFormat) refuseFile('importFormat');
  if (String(formatVersion) !== String(answersFormatVersion)) {
    refuseFile('importVersion', { version: String(formatVersion).slice(0, 20) });
  }
}

function entriesOfRows(rows: readonly TableRow[]): Entries {
  const [head, ...below] = rows.filter(({ cells }) => cells.some((cell) => String(cell).trim() !== ''));
  const names = (head?.cells ?? []).map((cell) => String(cell).trim().toLowerCase());
  for (const [i, name] of names.entries()) {
    const known = name === '' || tableColumns.some((column) => column === name);
    if (!known || (name !== '' && names.indexOf(name) !== i)) {
      refuseFile('importColumn', { name: name.slice(0, 40), columns: tableColumns.join(', ') });
    }
  }
  if (!['kind', 'id', 'value'].every((name) => names.includes(name))) {
    refuseFile('importColumns', { columns: tableColumns.join(', ') });
  }
  const entries = below.map((row) => entryOf(row, names));
  const about = (kind: string) => entries.find((entry) => entry.kind === kind);
  const format = about('format');
  if (format) requireFormat(format.id, format.value);
  return {
    criteriaVersion: about('criteria')?.value ?? '',
    entries: entries.filter(({ kind }) => kind !== 'format' && kind !== 'criteria'),
  };
}

function entryOf({ row, cells }: TableRow, names: readonly string[]): Entry {
  const cell = (column: TableColumn) => {
    const at = names.indexOf(column);
    const value = at === -1 ? '' : (cells[at] ?? '');
    if (typeof value === 'number') return numberText(value);
    return guarded.test(value) ? value.slice(1) : value;
  };
  return {
    line: row,
    kind: cell('kind').trim().toLowerCase(),
    offer: cell('offer').trim(),
    id: cell('id').trim(),
    value: cell('value'),
    na: cell('na'),
    evidence: cell('evidence'),
    comment: cell('comment'),
  };
}

/** A number as a text that is read one way only in every language: with three decimals it could be thousands, so it has a fourth. */
export function numberText(value: number): string {
  const text = String(value);
  if (text.includes('e')) return value.toFixed(40).replace(/\.?0+$/, '');
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
