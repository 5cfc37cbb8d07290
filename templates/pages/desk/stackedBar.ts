import { type Html, html } from '../../html.ts';

/** What a part of a bar is: its colour follows. */
type Part = 'inTime' | 'late' | 'veryLate' | 'waiting';

/** Counts beside each other as one bar, `most` as wide as it may be, and none without any; the table around it says the same. */
export function stackedBar(parts: readonly (readonly [Part, number])[], most: number): Html | undefined {
  if (parts.every(([, count]) => count === 0)) return undefined;
  const width = (count: number) => Math.round((1000 * count) / most) / 10;
  const before = (at: number) => parts.slice(0, at).reduce((sum, [, count]) => sum + width(count), 0);
  return html`<svg class="bars__bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${parts.map(([part, count], at) => html`<rect class="bars__part--${part}" x="${String(before(at))}" width="${String(width(count))}" height="4"/>`)}</svg>`;
}
