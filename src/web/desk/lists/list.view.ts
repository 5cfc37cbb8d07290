import type { Refusal } from '../../../../templates/frame.ts';
import { personName } from '../../../../templates/staffWords.ts';
import { maxLines } from '../../../commands/desk/bulk/planBulkAct.ts';
import { type DeskList, maxCounted } from '../../../commands/desk/lists/listDesk.ts';
import { maxSearch, type Operator } from '../../../commands/desk/lists/searchLanguage.ts';
import type { Session } from '../../../commands/items/decidingItems.ts';
import type { Person } from '../../../commands/items/items.ts';
import type { DeskPlace, DeskRow } from '../../../commands/ports/deskPorts.ts';
import type { SavedView } from '../../../commands/ports/savedViewPorts.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { stagesOnceSent } from '../../../policies/stages.ts';
import { type Column, columnsOf, isDay, valueIn } from './columns.ts';
import { fieldsOf, type ListAddress, listHref, placeText } from './listAddress.ts';
import { type RowView, rowView } from './row.view.ts';
import { operatorsOf, valuesOf, vocabularyOf } from './vocabulary.ts';

/** A text that is asked for is shown to here. */
const maxSetText = 60;

interface Shown {
  readonly address: ListAddress;
  /** After which row the page begins; null for the first. */
  readonly after: DeskPlace | null;
  readonly picked: readonly DeskRow['id'][];
  readonly refusal: Refusal;
  readonly views: readonly SavedView[];
  readonly officers: readonly Person[];
  /** Those that files may be put on. */
  readonly sessions: readonly Session[];
  readonly asker: Person;
}

export type DeskListView = ReturnType<typeof deskListView>;

/** A page of a list of the desk: its search, what of it was not understood, its rows, and the way on. */
export function deskListView(
  list: DeskList,
  { address, after, picked, refusal, views, officers, sessions, asker }: Shown,
  words: Translator,
) {
  const { kind, q, sort, columns } = address;
  const lang = words.language;
  const { next, count } = list;
  const vocabulary = vocabularyOf(kind, words);
  const operators = operatorsOf(kind).map((op) => {
    const typed = address.filters[op] ?? '';
    return {
      op,
      items: itemsOf(op, { address, officers, asker }, words),
      // However its reader wrote it.
      value: (typed !== '' && vocabulary.value(op, typed)) || typed,
    };
  });
  return {
    kind,
    q,
    sort,
    columns,
    allColumns: columnsOf[kind],
    operators,
    set: setIn(address, operators, words),
    /** Nothing asked, in the columns that are shown. */
    cleared: listHref(lang, { ...address, q: '', filters: {}, sort: 'changed' }),
    faults: list.faults.map((fault) => ({ ...fault, max: maxSearch })),
    /** Whether more is asked than everything. */
    isNarrowed: q !== '' || Object.keys(address.filters).length > 0,
    count,
    isMore: count >= maxCounted,
    /** More than an act is about at once. */
    isTooMany: count > maxLines,
    rows: list.rows.map((one) => {
      const row = rowView(one, list, words);
      return { ...row, cells: columns.map((column) => ({ column, text: cellText(row, column, words) })) };
    }),
    first: after === null ? null : listHref(lang, address),
    next: next && listHref(lang, address, { after: placeText(next) }),
    /** What is asked, as an address has it. */
    asked: listHref(lang, address).split('?')[1] ?? '',
    /** The same without anything asked. */
    all: `/${lang}/lists/${kind}`,
    /** What is asked, for forms that go on from here. */
    carried: fieldsOf(address),
    /** The same with the place of this page. */
    carriedHere: { ...fieldsOf(address), ...(after && { after: placeText(after) }) },
    /** Rows whose box is ticked. */
    picked,
    refusal,
    officers: officers.map((officer) => ({ value: officer.id, text: personName(officer) })),
    sessions: sessions.map(({ id, place, context }) => ({
      value: id,
      text: `${words.t('sessions.at', { time: words.time(context.plannedFor) })} · ${place}`,
    })),
    views: views.map(({ id, name, query }) => ({ id, name, href: `/${lang}/lists/${kind}?${query}` })),
    states: stagesOnceSent.flatMap((state) => stateLink(state, list, address, lang)),
    tabs: (['files', 'labels'] as const).map((one) => ({
      kind: one,
      href: `/${lang}/lists/${one}`,
      isHere: one === kind,
    })),
  };
}

interface SetFilter {
  readonly op: Operator;
  readonly items: readonly { readonly value: string; readonly text: string }[] | null;
  readonly value: string;
}

/** What an address asks, each with the address of the list without it. */
function setIn(address: ListAddress, operators: readonly SetFilter[], { t, language: lang }: Translator) {
  const { q, filters, sort } = address;
  const one = (name: string, value: string, without: Partial<ListAddress>) => ({
    text: t('desk.set.one', { name, value: value.slice(0, maxSetText) }),
    href: listHref(lang, { ...address, ...without }),
  });
  return [
    ...(q === '' ? [] : [one(t('desk.set.searched'), q, { q: '' })]),
    ...operators.flatMap(({ op, items, value }) => {
      if (value === '') return [];
      const text = items?.find((item) => item.value === value)?.text ?? value;
      const { [op]: _, ...others } = filters;
      return [one(t(`desk.filters.${op}`), text, { filters: others })];
    }),
    ...(sort === 'changed' ? [] : [one(t('desk.sort'), t(`desk.sorts.${sort}`), { sort: 'changed' })]),
  ];
}

function cellText(row: RowView, column: Column, words: Translator): string | null {
  const value = valueIn(row, column, words);
  return value && isDay(column) ? words.date(value) : value;
}

/** The files in a state, those that have been in it longest first; a state without any is left out. */
function stateLink(
  state: (typeof stagesOnceSent)[number],
  { counts }: DeskList,
  address: ListAddress,
  lang: string,
) {
  const count = counts.get(state) ?? 0;
  const { q, filters } = address;
  const isHere = q === '' && filters.state === state && Object.keys(filters).length === 1;
  const href = listHref(lang, { ...address, q: '', filters: { state }, sort: 'since' });
  return count > 0 ? [{ state, count, isHere, href }] : [];
}

/** What a filter of the form offers; null where it takes a text. */
function itemsOf(
  op: Operator,
  { address, officers, asker }: Pick<Shown, 'address' | 'officers' | 'asker'>,
  words: Translator,
) {
  if (op === 'owner') {
    const others = officers.filter(({ id }) => id !== asker.id);
    return [
      { value: 'me', text: words.t('desk.me') },
      { value: 'none', text: words.t('desk.none') },
      ...others.map((officer) => ({ value: officer.id, text: personName(officer) })),
    ];
  }
  if (op === 'follower') return [{ value: 'me', text: words.t('desk.me') }];
  return valuesOf(op, address.kind, words)?.map(({ value, text }) => ({ value, text })) ?? null;
}
