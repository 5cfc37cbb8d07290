import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';
import type { LookUpText } from '../../register/lookUpTexts.ts';
import { siteHost } from '../../register/siteHost.ts';
import { guard } from '../papers/list.ts';
import { holderHref } from '../views/organisation.view.ts';
import { shown } from '../views/shownText.view.ts';
import { type StatusView, statusView } from '../views/status.view.ts';
import type { TableCell } from '../views/table.view.ts';
import { shownHost } from '../views/website.view.ts';
import type { LookedUp, LookedUpList } from './lookUpAll.ts';

export type SeveralView = ReturnType<typeof severalView>;

/** The table with its sum: how many labels hold, how many do not, for how many lines there is none, how many say one again. */
export function severalView({ on, today, asOf, lines }: LookedUpList, words: Translator) {
  const first = lines.filter(({ asked }) => repeatOf(asked) === null);
  const labels = first.flatMap((line) => line.labels);
  const valid = labels.filter(({ status }) => status?.valid).length;
  const isUnnamed = first.some((line) => line.asked.kind === 'site' && line.labels.length === 0);
  return {
    summary: words.t('lookup.several.summary', {
      count: lines.length,
      valid,
      notValid: labels.length - valid,
      other: first.filter((line) => line.labels.length === 0).length,
      repeated: lines.length - first.length,
    }),
    day: words.t(on === today ? 'lookup.several.today' : 'lookup.several.on', { day: words.date(on) }),
    asOf,
    rows: lines.flatMap((line, i) => rowsOf(line, i + 1, words)),
    /** What it means that no label names a site, where there is one; empty otherwise. */
    note: isUnnamed ? words.t('lookup.several.siteNote') : '',
  };
}

/** One row, or of a site one for each label that names it. */
function rowsOf({ asked, labels }: LookedUp, place: number, words: Translator) {
  const repeated = repeatOf(asked);
  const again = repeated === null ? '' : words.t('lookup.several.repeated', { place: repeated });
  if (labels.length === 0)
    return [{ ...withoutLabel(asked, words), place, note: again, until: '', organisation: '', holder: '' }];
  return labels.map(({ entry, status, now }) => ({
    place,
    note: [foundBy(asked, entry, words), again].filter((part) => part !== '').join(', '),
    number: entry.number,
    href: labelPage(entry.number, words),
    status: status ? statusView(status, words) : look('notYet', words),
    until: now.until === null ? '' : words.date(now.until),
    organisation: entry.organisation.name,
    holder: holderHref(words, entry.organisation.id),
  }));
}

/** By which site, UID or SIREN a label was found; empty where it was found by its number. */
function foundBy(asked: LookUpText, { organisation: { website } }: Entry, words: Translator): string {
  if (asked.kind === 'unit') return words.t('lookup.several.byUnit', { unit: asked.unit });
  if (asked.kind !== 'site' || website === undefined) return '';
  return words.t('lookup.several.bySite', { host: shownHost(siteHost(website)) });
}

function withoutLabel(asked: LookUpText, words: Translator) {
  if (asked.kind === 'number') return { number: asked.number, href: null, status: look('unknown', words) };
  if (asked.kind === 'site') {
    return { number: shownHost(asked.host), href: null, status: look('siteNotNamed', words) };
  }
  if (asked.kind === 'unit') return { number: asked.unit, href: null, status: look('unitNotNamed', words) };
  const href = asked.kind === 'mistyped' ? labelPage(encodeURIComponent(asked.slip), words) : null;
  return { number: shown(asked.typed, 40), href, status: look(asked.kind, words) };
}

/** The place further up at which the same is asked for; null where it is not. */
function repeatOf(asked: LookUpText): number | null {
  return 'first' in asked ? asked.first : null;
}

function labelPage(number: string, words: Translator): string {
  return `/${words.language}/labels/${number}`;
}

type Kind =
  | Exclude<LookUpText['kind'], 'number' | 'site' | 'unit'>
  | 'unknown'
  | 'siteNotNamed'
  | 'unitNotNamed'
  | 'notYet';

function look(kind: Kind, words: Translator): StatusView {
  const status = { word: words.t(`lookup.several.${kind}`), sentence: '' };
  if (kind === 'unknown') return { ...status, tone: 'withdrawn', shape: 'struck' };
  return { ...status, tone: 'over', shape: 'dash' };
}

const columns = [
  'place',
  'typed',
  'number',
  'status',
  'valid',
  'since',
  'until',
  'organisation',
  'address',
] as const;

/** The same as a table for a spreadsheet, with its head; texts of others are no formulas there. */
export function severalCells(list: LookedUpList, words: Translator, publicUrl: string): TableCell[][] {
  const yesNo = (is: boolean) => words.t(is ? 'site.yes' : 'site.no');
  const cellsOf = (line: LookedUp, place: number) =>
    rowsOf(line, place, words).map((row, i) => {
      const label = line.labels[i];
      return [
        place,
        guard(shown(line.asked.typed, 200)),
        label?.entry.number ?? ('number' in line.asked ? line.asked.number : ''),
        [row.status.word, row.note].filter((part) => part !== '').join(', '),
        label ? yesNo(label.status?.valid ?? false) : '',
        label?.entry.since ?? '',
        label?.now.until ?? '',
        guard(label?.entry.organisation.name ?? ''),
        label ? `${publicUrl}/labels/${label.entry.number}` : '',
      ];
    });
  return [
    columns.map((column) => words.t(`lookup.several.column.${column}`)),
    ...list.lines.flatMap((line, i) => cellsOf(line, i + 1)),
  ];
}
