import * as z from 'zod';
import type { RegisterQuery } from '../../commands/register/searchRegister.ts';
import { invalid } from '../../errors.ts';
import { type Filter, filters, placeOf } from '../../register/filters.ts';
import { addressOf } from '../forms/address.ts';
import { readCursor, searchCursor } from '../forms/cursor.ts';
import { parse } from '../forms/parse.ts';

const cursor = z.string().regex(searchCursor, 'otherSearch').default('');

/** What stands after the `?` of a search of the register, on its page and for programs; an empty field asks for nothing. */
export const registerFields = {
  q: z.string().max(200).default(''),
  ...Object.fromEntries(filters.map((filter) => [filter.name, filterField(filter)])),
  /** Cursors: the page after an entry, or the one before it. */
  after: cursor,
  before: cursor,
  /** For programs: whether to count what each value of each filter would leave. */
  counts: z.enum(['', 'yes']).default(''),
};

function filterField({ values }: Filter) {
  return values === null ? z.string().max(80).default('') : z.enum(['', ...values]).default('');
}

/**
 * How long an answer to a search may be kept by those who asked; not by this process, where searches that nobody asks for twice
 * would take the room of labels that many look at.
 */
export const searchKept = 'max-age=5';

export type RegisterAsked = ReturnType<typeof readRegisterQuery>;

/**
 * Reads a search; `invalid` names what cannot be asked, and a cursor of another search or of none. Other parameters are ignored:
 * other sites add marks of their own to addresses.
 */
export function readRegisterQuery(asked: Readonly<Record<string, unknown>>) {
  const known = Object.keys(registerFields).filter((name) => asked[name] !== undefined);
  const read = parse(registerFields, Object.fromEntries(known.map((name) => [name, asked[name]])));
  const { q, after, before, counts } = read;
  const given = withPostcode(read);
  const query: RegisterQuery = {
    text: q.trim(),
    ...Object.fromEntries(
      filters.flatMap(({ name, values }) => {
        const value = values === null ? placeOf(given[name] ?? '') : given[name];
        return value ? [[name, value]] : [];
      }),
    ),
  };
  const counted = counts === 'yes';
  const cursor = before || after;
  if (cursor === '') return { query, page: null, counted };
  const from = readCursor(cursor, query);
  if (!from) throw invalid(before ? 'before' : 'after', 'otherSearch');
  return { query, page: { from, back: before !== '' }, counted };
}

/** People write a postcode where they are asked for a place. */
function withPostcode(read: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, postcode, name = ''] = /^\s*(\d{4,5})\b\s*(.*)$/.exec(read.place ?? '') ?? [];
  // Several places share a postcode: the name tells from which one to measure.
  const where = postcode === undefined ? read : { ...read, place: read.within ? name : '', postcode };
  // A distance from nowhere asks for nothing.
  return where.place || where.postcode ? where : { ...where, within: '' };
}

/** The query that a page answers: labels that hold, unless others are asked for. */
export function whileValid(query: RegisterQuery): RegisterQuery {
  return (query.valid ?? query.status) ? query : { ...query, valid: 'yes' };
}

/** The address part of a search, from its `?`; nothing for a blank one. */
export function registerSearch(query: RegisterQuery, also: Readonly<Record<string, string>> = {}): string {
  const set = Object.fromEntries(filters.map(({ name }) => [name, query[name] ?? '']));
  return addressOf('', { q: query.text, ...set, ...also });
}
