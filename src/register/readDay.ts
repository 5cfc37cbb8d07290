import type { Day } from './day.ts';

/**
 * Reads a day as people type it: YYYY-MM-DD, or the day first with points or slashes (24.11.2026, 24/11/2026). Null for a day that
 * does not exist and for any other text.
 */
export function readDay(typed: string): Day | null {
  const day = isoDay(typed.trim());
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(day)) return null;
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null;
}

function isoDay(text: string): string {
  const dayFirst = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!dayFirst) return text;
  const [, date = '', , month = '', year = ''] = dayFirst;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
