import { maxLines } from '../../../commands/application/transfer/line.ts';
import type { ReadTable, TableRow } from '../../../commands/items/intake.ts';
import {
  type ColumnName,
  columnNames,
  type Entries,
  type Entry,
  numberText,
  refuseFile,
  requireFormat,
} from '../../forms/entry.ts';
import { entriesOfJson } from './json.form.ts';

/** A cell that a spreadsheet would read as a formula carries an apostrophe in front, and so does one that began like that. */
const guarded = /^'+[=+\-@＝＋－＠\t\r]/;

/** Most rows of a table: its lines, its head, and what it says of itself. */
export const maxRows = maxLines + 4;

/** The entries of a file, or `invalid` where it is no file of answers. */
export function entriesOf(table: ReadTable): Entries {
  const read = table.kind === 'json' ? entriesOfJson(table.text) : entriesOfRows(table.rows);
  if (read.entries.length > maxLines) refuseFile('tableTooLong', { max: maxLines });
  return read;
}

function entriesOfRows(rows: readonly TableRow[]): Entries {
  const [head, ...below] = rows.filter(({ cells }) => cells.some((cell) => String(cell).trim() !== ''));
  const names = (head?.cells ?? []).map((cell) => String(cell).trim().toLowerCase());
  for (const [i, name] of names.entries()) {
    const known = name === '' || columnNames.some((column) => column === name);
    if (!known || (name !== '' && names.indexOf(name) !== i)) {
      refuseFile('importColumn', { name: name.slice(0, 40), columns: columnNames.join(', ') });
    }
  }
  if (!['kind', 'id', 'value'].every((name) => names.includes(name))) {
    refuseFile('importColumns', { columns: columnNames.join(', ') });
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
  const cell = (column: ColumnName) => {
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
