import type { Day } from './day.ts';

const year = String.raw`[1-9]\d{3}`;
const leapYear = String.raw`(?:[1-9]\d(?:0[48]|[2468][048]|[13579][26])|(?:[13579][26]|[2468][048])00)`;

const isoDays = [
  String.raw`${year}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])`,
  String.raw`${year}-(?:0[469]|11)-(?:0[1-9]|[12]\d|30)`,
  String.raw`${year}-02-(?:0[1-9]|1\d|2[0-8])`,
  `${leapYear}-02-29`,
];

const dayFirst = (sign: string) => [
  String.raw`(?:0?[1-9]|[12]\d|3[01])${sign}(?:0?[13578]|1[02])${sign}${year}`,
  String.raw`(?:0?[1-9]|[12]\d|30)${sign}(?:0?[469]|11)${sign}${year}`,
  String.raw`(?:0?[1-9]|1\d|2[0-8])${sign}0?2${sign}${year}`,
  `29${sign}0?2${sign}${leapYear}`,
];

/**
 * A day that exists as people type it, YYYY-MM-DD or the day first with points or slashes (24.11.2026, 24/11/2026), or nothing.
 * It is published as it stands, so it uses only what ECMA-262 and JSON Schema have in common.
 */
export const typedDay = new RegExp(
  String.raw`^\s*(?:${[...isoDays, ...dayFirst(String.raw`\.`), ...dayFirst('/')].join('|')})?\s*$`,
);

/** Reads a day as people type it (`typedDay`). Null for one that does not exist, for nothing, and for any other text. */
export function readDay(typed: string): Day | null {
  if (!typedDay.test(typed)) return null;
  const text = typed.trim();
  const [, date = '', month = '', years = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  if (date !== '') return `${years}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return text === '' ? null : text;
}
