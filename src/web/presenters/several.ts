import type { Entry } from '../../register/entry.ts';
import type { Words } from '../../words/i18n.ts';
import type { LookedUp, LookedUpList } from '../lookUpAll.ts';
import { shown } from './shownText.ts';
import { type StatusView, statusView } from './status.ts';
import { guard, type TableCell } from './transferTable.ts';

/** One line of the table: what was typed, and what the register says of it. */
export interface SeveralRow {
  readonly place: number;
  /** The number as printed, or what was typed where that is none. */
  readonly number: string;
  readonly href: string | null;
  readonly status: StatusView;
  /** What is wrong with the line, or to be known of it; empty otherwise. */
  readonly note: string;
  readonly until: string;
  readonly organisation: string;
}

/** A list that was looked up, ready to be shown and printed. */
export interface SeveralView {
  readonly summary: string;
  readonly day: string;
  /** Says that the register is out of reach, and of when this is; null otherwise. */
  readonly age: string | null;
  readonly rows: readonly SeveralRow[];
}

/** The table with its sum: how many labels hold, how many do not, how many lines are no number or one never issued, or say one again. */
export function severalView({ on, today, asOf, lines }: LookedUpList, words: Words): SeveralView {
  const first = lines.filter(({ asked }) => asked.kind !== 'repeated');
  const valid = first.filter(({ status }) => status?.valid).length;
  const found = first.filter(({ entry }) => entry).length;
  return {
    summary: words.t('lookup.several.summary', {
      count: lines.length,
      valid,
      notValid: found - valid,
      other: first.length - found,
      repeated: lines.length - first.length,
    }),
    day: words.t(on === today ? 'lookup.several.today' : 'lookup.several.on', { day: words.date(on) }),
    age: asOf && words.t('pages.label.age', { at: words.time(asOf) }),
    rows: lines.map((line, i) => rowOf(line, i + 1, words)),
  };
}

function rowOf({ asked, entry, status }: LookedUp, place: number, words: Words): SeveralRow {
  const repeated =
    asked.kind === 'repeated' ? words.t('lookup.several.repeated', { place: asked.first }) : '';
  const line = { place, note: repeated, until: '', organisation: '' };
  if (!('number' in asked)) {
    const number = shown(asked.typed, 40);
    const href = asked.kind === 'mistyped' ? labelPage(encodeURIComponent(asked.typed), words) : null;
    return { ...line, number, href, status: look(asked.kind, words) };
  }
  const { number } = asked;
  if (!entry) return { ...line, number, href: null, status: look('unknown', words) };
  return {
    ...line,
    number,
    href: labelPage(number, words),
    status: status ? statusView(status, entry.until, words) : look('notYet', words),
    until: words.date(entry.until),
    organisation: entry.organisation.name,
  };
}

function labelPage(number: string, words: Words): string {
  return `/${words.language}/labels/${number}`;
}

function look(kind: 'mistyped' | 'notANumber' | 'unknown' | 'notYet', words: Words): StatusView {
  const look =
    kind === 'unknown'
      ? ({ tone: 'withdrawn', shape: 'struck' } as const)
      : ({ tone: 'over', shape: 'dash' } as const);
  return { word: words.t(`lookup.several.${kind}`), sentence: '', ...look };
}

/** The same as a table for a spreadsheet, with its head; texts of others are no formulas there. */
export function severalCells(list: LookedUpList, words: Words, publicUrl: string): TableCell[][] {
  const yesNo = (is: boolean) => words.t(is ? 'site.yes' : 'site.no');
  const head = ['place', 'typed', 'number', 'status', 'valid', 'since', 'until', 'organisation', 'address'];
  const entryCells = (entry: Entry | null) =>
    entry
      ? [entry.since, entry.until, guard(entry.organisation.name), `${publicUrl}/labels/${entry.number}`]
      : ['', '', '', ''];
  return [
    head.map((column) => words.t(`lookup.several.column.${column}`)),
    ...list.lines.map((line, i) => {
      const { asked, entry, status } = line;
      const row = rowOf(line, i + 1, words);
      const said = [row.status.word, row.note].filter((part) => part !== '').join(', ');
      return [
        i + 1,
        guard(shown(asked.typed, 200)),
        'number' in asked ? asked.number : '',
        said,
        entry ? yesNo(status?.valid ?? false) : '',
        ...entryCells(entry),
      ];
    }),
  ];
}
