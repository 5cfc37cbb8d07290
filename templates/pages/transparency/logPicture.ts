import { type Html, html } from '../../html.ts';

/** Middles of a row of points on a field of 320 wide. */
const row = (count: number) => Array.from({ length: count }, (_, i) => (320 / count) * (i + 0.5));
const [entries, pairs, fours] = [row(8), row(4), row(2)];
/** The entry that the drawing follows up to the head. */
const chosen = 5;

/** A line from each point of a row to the one above it; the way of the chosen entry is thick. */
function ways(
  from: readonly number[],
  y: number,
  above: readonly number[],
  top: number,
  way: number,
): Html[] {
  return from.map((x, i) => {
    const to = above[Math.floor(i / 2)] ?? 160;
    return html`<path d="M${x} ${y}L${to} ${top}" fill="none" stroke="currentColor" stroke-width="${i === way ? 4 : 1}"/>`;
  });
}

function points(at: readonly number[], y: number, way: number): Html[] {
  return at.map(
    (x, i) =>
      html`<circle cx="${x}" cy="${y}" r="${i === way ? 7 : 4}" fill="currentColor" opacity="${i === way ? 1 : 0.5}"/>`,
  );
}

/** Entries in a row, two and two joined up to one head, which three witnesses see: the drawing of a tree, whose text stands beside it. */
export function logPicture(): Html {
  const half = Math.floor(chosen / 2);
  const quarter = Math.floor(chosen / 4);
  return html`<svg viewBox="0 0 320 200" width="280" height="175" aria-hidden="true" focusable="false">
${ways(entries, 176, pairs, 136, chosen)}${ways(pairs, 136, fours, 96, half)}${ways(fours, 96, [160], 56, quarter)}
${points(entries, 176, chosen)}${points(pairs, 136, half)}${points(fours, 96, quarter)}
<circle cx="160" cy="56" r="11" fill="currentColor"/>
${[100, 160, 220].map((x) => html`<path d="M${x - 14} 18q14-14 28 0q-14 14-28 0z" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="${x}" cy="18" r="4" fill="currentColor"/>`)}
</svg>`;
}
