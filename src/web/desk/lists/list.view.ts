import type { Refusal } from '../../../../templates/frame.ts';
import { personName } from '../../../../templates/staffWords.ts';
import { type DeskList, maxCounted } from '../../../commands/desk/lists/listDesk.ts';
import { maxSearch, type Operator } from '../../../commands/desk/lists/searchLanguage.ts';
import type { Session } from '../../../commands/items/decidingItems.ts';
import type { Application, Person } from '../../../commands/items/items.ts';
import type { DeskPlace, DeskRow } from '../../../commands/ports/deskPorts.ts';
import type { SavedView } from '../../../commands/ports/savedViewPorts.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { stagesOnceSent } from '../../../policies/stages.ts';
import type { LabelState } from '../../../register/entry.ts';
import { columnsOf, fieldsOf, type ListAddress, listHref, placeText } from './listAddress.ts';
import { operatorsOf, valuesOf } from './vocabulary.ts';

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
  const { kind, q, filters, sort, columns } = address;
  const lang = words.language;
  const { next, count } = list;
  return {
    kind,
    q,
    filters,
    sort,
    columns,
    allColumns: columnsOf[kind],
    operators: operatorsOf(kind).map((op) => ({
      op,
      items: itemsOf(op, { address, officers, asker }, words),
    })),
    faults: list.faults.map((fault) => ({ ...fault, max: maxSearch })),
    /** Whether more is asked than everything. */
    isNarrowed: q !== '' || Object.keys(filters).length > 0,
    count,
    isMore: count >= maxCounted,
    rows: list.rows.map((row) => rowView(row, list, lang)),
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

type Row = DeskList['rows'][number];

/** A row as a list shows it. */
export function rowView(row: Row, { people }: Pick<DeskList, 'people'>, lang: string) {
  const { kind, id, name, owner, reviewers } = row;
  const nameOf = (personId: string) => {
    const person = people.get(personId);
    return person ? personName(person) : '';
  };
  return {
    ...row,
    key: id.slice(kind.length + 1),
    title: name,
    ...rowHead(row, lang),
    ownerName: owner && nameOf(owner),
    reviewerNames: reviewers.map(nameOf).filter((one) => one !== ''),
  };
}

/** What a row is called beside its organisation, where it leads, and where it stands. */
export function rowHead({ kind, applicationId, number, state, labelState }: DeskRow, lang: string) {
  return {
    number: kind === 'files' ? applicationId : number,
    href: kind === 'files' ? `/${lang}/files/${applicationId}` : `/${lang}/files/${applicationId}/label`,
    /** Of a file with a label that came to something, the state of the label says more than "granted". */
    shown:
      kind === 'labels'
        ? ({ of: 'label', state: state as LabelState } as const)
        : state === 'granted' && labelState
          ? ({ of: 'label', state: labelState } as const)
          : ({ of: 'application', state: state as Application['state'] } as const),
  };
}
