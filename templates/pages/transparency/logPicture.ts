import { type Html, html } from '../../html.ts';

type Point = readonly [x: number, y: number];

/** Entries, pairs, fours and the head: each row on a field of 320 wide. */
const rows = [8, 4, 2, 1].map((count, row) =>
  Array.from({ length: count }, (_, i): Point => [(320 / count) * (i + 0.5), 176 - 40 * row]),
);
/** The entry that the drawing follows up to the head. */
const chosen = 5;
const way = rows.flatMap((row, i): Point[] => row.slice(chosen >> i, (chosen >> i) + 1));

const pointsAt = (points: readonly Point[]) => points.map(([x, y]) => `M${x} ${y}h0`).join('');
/** From each point to the one above it. */
const lines = rows
  .flatMap((row, i) => row.map(([x, y], n) => [x, y, rows[i + 1]?.[n >> 1]] as const))
  .map(([x, y, above]) => (above ? `M${x} ${y}L${above.join(' ')}` : ''))
  .join('');

/** Entries in a row, two and two joined up to one head, which witnesses see, three at most: the drawing of a tree, whose text stands beside it. */
export function logPicture(witnesses: number): Html {
  const eyes = Array.from(
    { length: Math.min(witnesses, 3) },
    (_, i) => 160 + 60 * (i - (Math.min(witnesses, 3) - 1) / 2),
  );
  return html`<svg viewBox="0 0 320 200" width="280" height="175" fill="none" stroke="currentColor" stroke-linecap="round" aria-hidden="true"><path d="${lines}"/><path d="${pointsAt(rows.flat())}" stroke-width="8"/><path d="M${way.join('L')}" stroke-width="4"/><path d="${pointsAt(way)}" stroke-width="14"/>${eyes.map((x) => html`<path d="M${x - 14} 18q14-14 28 0q-14 14-28 0z"/><path d="M${x} 18h0" stroke-width="8"/>`)}</svg>`;
}
