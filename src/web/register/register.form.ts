import * as z from 'zod';
import type { RegisterQuery, Turn } from '../../commands/register/searchRegister.ts';
import { offerTypes } from '../../criteria/offer.ts';
import { fault, LabelError } from '../../errors.ts';
import { legalForms } from '../../register/legalForm.ts';
import { publicWords } from '../../register/publicStatus.ts';
import { placeOf } from '../../register/searchRow.ts';
import { sectors } from '../../register/sector.ts';
import { readCursor, searchCursor } from '../forms/cursor.ts';
import { parse } from '../forms/parse.ts';

const yes = z.enum(['', 'yes']).default('');

const cursor = z.string().regex(searchCursor, 'otherSearch').default('');

/** What stands after the `?` of a search of the register, on its page and for programs; an empty field asks for nothing. */
export const registerFields = {
  q: z.string().max(200).default(''),
  type: z.enum(['', ...offerTypes]).default(''),
  /** What the organisation works in. */
  theme: z.enum(['', ...sectors]).default(''),
  place: z.string().max(80).default(''),
  form: z.enum(['', ...legalForms]).default(''),
  leman: yes,
  status: z.enum(['', ...publicWords]).default(''),
  valid: yes,
  /** Cursors: the page after an entry, or the one before it. */
  after: cursor,
  before: cursor,
  /** For programs: whether to count what each value of each filter would leave. */
  counts: yes,
};

/** A search of nothing, which lists all. */
export const blankQuery: RegisterQuery = {
  text: '',
  type: null,
  theme: null,
  place: null,
  form: null,
  leman: false,
  status: null,
  valid: false,
};

/**
 * How long an answer to a search may be kept by those who asked; not by this process, where searches that nobody asks for twice
 * would take the room of labels that many look at.
 */
export const searchKept = 'max-age=60';

/** A search as it was asked for. */
export interface RegisterAsked {
  readonly query: RegisterQuery;
  readonly turn: Turn | null;
  readonly counted: boolean;
}

/**
 * Reads a search; `invalid` names what cannot be asked, and a cursor that is of another search or of nobody. What stands there
 * besides is not looked at: other sites add marks of their own to addresses.
 */
export function readRegisterQuery(asked: Readonly<Record<string, unknown>>): RegisterAsked {
  const known = Object.keys(registerFields).filter((name) => asked[name] !== undefined);
  const { q, type, theme, place, form, leman, status, valid, after, before, counts } = parse(
    registerFields,
    Object.fromEntries(known.map((name) => [name, asked[name]])),
  );
  const query: RegisterQuery = {
    text: q.trim(),
    type: type || null,
    theme: theme || null,
    place: placeOf(place) || null,
    form: form || null,
    leman: leman === 'yes',
    status: status || null,
    valid: valid === 'yes',
  };
  const counted = counts === 'yes';
  const field = before === '' ? 'after' : 'before';
  const cursor = before === '' ? after : before;
  if (cursor === '') return { query, turn: null, counted };
  const from = readCursor(cursor, query);
  if (!from) throw new LabelError('invalid', { faults: [fault(field, 'otherSearch')] });
  return { query, turn: { from, back: field === 'before' }, counted };
}

/** The address part of a search, from its `?`; nothing for a blank one. */
export function registerSearch(query: RegisterQuery, also: Readonly<Record<string, string>> = {}): string {
  const { text, type, theme, place, form, leman, status, valid } = query;
  const given = { q: text, type, theme, place, form, status, leman: leman && 'yes', valid: valid && 'yes' };
  const fields = Object.entries({ ...given, ...also }).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  );
  return fields.length === 0 ? '' : `?${new URLSearchParams(fields)}`;
}
