import type { Cursor, PageOfRows, Wanted } from '../../commands/ports/registerPorts.ts';

/** A page of all rows that answer with one of some places: those of the nearest place first, in each as an answer goes. */
export function nearestRows(
  around: Wanted,
  rows: readonly Cursor[],
  { from, back, limit }: PageOfRows,
): Cursor[] {
  const nearness = new Map(around.map(({ term }, i) => [term, i]));
  const order = (a: Cursor, b: Cursor) =>
    (nearness.get(a.at) ?? -1) - (nearness.get(b.at) ?? -1) ||
    Number(a.rank) - Number(b.rank) ||
    Number(b.holds) - Number(a.holds) ||
    (a.number > b.number ? -1 : Number(a.number < b.number));
  const sorted = rows.toSorted(order);
  if (!from) return back ? sorted.slice(-limit) : sorted.slice(0, limit);
  return back
    ? sorted.filter((row) => order(row, from) < 0).slice(-limit)
    : sorted.filter((row) => order(row, from) > 0).slice(0, limit);
}
