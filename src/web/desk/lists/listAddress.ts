import {
  type Operator,
  operated,
  parseSearch,
  type Vocabulary,
} from '../../../commands/desk/lists/searchLanguage.ts';
import {
  type DeskKind,
  type DeskPlace,
  type DeskRow,
  type DeskSort,
  deskSorts,
} from '../../../commands/ports/deskPorts.ts';
import { addressOf } from '../../forms/address.ts';
import { type Column, columnsOf } from './columns.ts';
import { operatorsOf } from './vocabulary.ts';

/** Columns that are shown where none is chosen. */
const firstColumns = 5;

/** What an address asks of a list: as it was typed, so that it comes back. */
export interface ListAddress {
  readonly kind: DeskKind;
  readonly q: string;
  /** Values of the form's filters, by operator. */
  readonly filters: Readonly<Partial<Record<Operator, string>>>;
  readonly sort: DeskSort;
  readonly columns: readonly Column[];
}

type Query = Readonly<Record<string, unknown>>;
/** Longer texts are not repeated; that they are too long is told. */
const maxRepeated = 400;

/** What an address asks; what is no text, no column and no order is not looked at. */
export function listAddress(kind: DeskKind, query: Query): ListAddress {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value.trim().slice(0, maxRepeated) : '';
  };
  const filters = operatorsOf(kind).flatMap((op) => (text(op) === '' ? [] : [[op, text(op)] as const]));
  const all: readonly Column[] = columnsOf[kind];
  const chosen = all.filter((column) => text(`col-${column}`) === 'yes');
  return {
    kind,
    q: text('q'),
    filters: Object.fromEntries(filters),
    sort: deskSorts.find((sort) => sort === text('sort')) ?? 'changed',
    columns: chosen.length > 0 ? chosen : all.slice(0, firstColumns),
  };
}

/** What is asked by an address, and what of it was not understood. */
export function askedBy({ q, filters }: ListAddress, vocabulary: Vocabulary) {
  const typed = parseSearch(q, vocabulary);
  const read = Object.entries(filters).map(([op, value]) =>
    operated(`${op}:${value}`, op, value, vocabulary),
  );
  return {
    asked: [...typed.asked, ...read.flatMap((one) => ('op' in one ? [one] : []))],
    faults: [...typed.faults, ...read.flatMap((one) => ('code' in one ? [one] : []))],
  };
}

/** What an address asks, as it stands in another; the columns only where they are not the first ones. */
export function fieldsOf({ kind, q, filters, sort, columns }: ListAddress): Record<string, string> {
  const all: readonly Column[] = columnsOf[kind];
  const isFirst = columns.join() === all.slice(0, firstColumns).join();
  const chosen = isFirst ? [] : columns.map((column) => [`col-${column}`, 'yes'] as const);
  return {
    ...(q !== '' && { q }),
    ...filters,
    ...(sort !== 'changed' && { sort }),
    ...Object.fromEntries(chosen),
  };
}

/** The address of a list in a language. */
export function listHref(lang: string, address: ListAddress, more: Readonly<Record<string, string>> = {}) {
  return addressOf(`/${lang}/lists/${address.kind}`, { ...fieldsOf(address), ...more });
}

/** The path of a page of a list with what it asks and nothing else, and whether an address has more: what is empty, unknown, or so anyway. */
export function shortPath(kind: DeskKind, query: Query) {
  const after = placeIn(query.after);
  const needed = { ...fieldsOf(listAddress(kind, query)), ...(after && { after: placeText(after) }) };
  const hasMore = Object.keys(query).some((name) => !Object.hasOwn(needed, name));
  return { path: addressOf(`lists/${kind}`, needed), hasMore };
}

/** A place in a list as it stands in an address, and back. */
export function placeText({ value, id }: DeskPlace): string {
  return `${id}~${value}`;
}

/** The place that an address names; null for the beginning, and for what is no place. */
export function placeIn(after: unknown): DeskPlace | null {
  const read = typeof after === 'string' ? /^((?:files|labels)\/[\w-]{1,40})~(.{0,300})$/u.exec(after) : null;
  const [, id, value] = read ?? [];
  return id === undefined || value === undefined ? null : { id, value };
}

/** Rows of one page of a list, each with its box. */
const maxPicked = 50;

/** The rows whose box was ticked in a form. */
export function pickedIn(body: object): DeskRow['id'][] {
  const ids = Object.keys(body).flatMap((name) => idsIn(/^pick-(.*)$/.exec(name)?.[1] ?? ''));
  return ids.slice(0, maxPicked);
}

/** Rows of a list as an address names them, and back. */
export function rowsText(ids: readonly DeskRow['id'][]): string {
  return ids.map((id) => id.slice(id.indexOf('/') + 1)).join(',');
}

/** The rows that an address names; none where it names none. */
export function rowsIn(kind: DeskKind, { rows }: Query): DeskRow['id'][] {
  const names = typeof rows === 'string' && rows !== '' ? rows.split(',', maxPicked) : [];
  return names.flatMap((name) => idsIn(`${kind}/${name}`));
}

function idsIn(text: string): DeskRow['id'][] {
  return /^(?:files|labels)\/[\w-]{1,40}$/.test(text) ? [text as DeskRow['id']] : [];
}
