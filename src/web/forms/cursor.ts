import { createHash } from 'node:crypto';
import type { Cursor } from '../../commands/ports/registerPorts.ts';
import type { RegisterQuery } from '../../commands/register/searchRegister.ts';
import { profile } from '../../profile/profile.ts';
import { readNumber } from '../../register/number.ts';
import { ranks } from '../../register/searchRow.ts';

/** A place in the answer to one search, as it stands in an address; it says nothing that the answer does not show. */
export function cursorOf({ at, rank, holds, number }: Cursor, query: RegisterQuery): string {
  return Buffer.from(`${rank}${holds ? 1 : 0}${markOf(query)}${number}${at}`).toString('base64url');
}

/** What the prefix of a number, its dash and the first digit always become where they stand. */
const beginning = Buffer.from(`\0${profile.prefix}-0`).toString('base64url').slice(2, 7);

/**
 * What every cursor looks like, or nothing: in base64url, the rank, whether it holds, the mark of its search, a number that
 * begins with the prefix of the label, and for a distance the term of a place. Whether it is of the search that it is asked with, no pattern can tell.
 */
export const searchCursor = new RegExp(`^(?:M[Tjz][ABEF][\\w-]{15}${beginning}[\\w-]{13,120})?$`);

/** The place that a cursor names; null when it is invalid, or belongs to another search. */
export function readCursor(cursor: string, query: RegisterQuery): Cursor | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, r, holds, mark, typed = '', at = ''] = /^([123])([01])([\w-]{11})([^=]+)(=.*)?$/.exec(text) ?? [];
  const read = readNumber(typed);
  const rank = ranks.find((one) => one === r);
  if (!rank || mark !== markOf(query) || read.kind !== 'number') return null;
  return { at, rank, holds: holds === '1', number: read.number };
}

function markOf(query: RegisterQuery): string {
  const asked = JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(asked).digest('base64url').slice(0, 11);
}
