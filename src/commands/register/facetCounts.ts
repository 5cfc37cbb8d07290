import type { Day } from '../../register/day.ts';
import { type FilterName, filters } from '../../register/filters.ts';
import type { CountedRow } from '../ports/registerPorts.ts';

/** How many entries answer, and how many of them each value of each filter would leave. */
export interface FacetCounts {
  readonly total: number;
  /** False where more answer than were counted: every number is then at least so many. */
  readonly areAll: boolean;
  /** The values that some have, those of most entries first. */
  readonly of: Readonly<
    Partial<Record<FilterName, readonly { readonly value: string; readonly count: number }[]>>
  >;
}

/** Counts rows as they stand on a day. */
export function facetCounts(
  { rows, areAll }: { readonly rows: readonly CountedRow[]; readonly areAll: boolean },
  today: Day,
): FacetCounts {
  const counted = filters.map(({ name, onDay = (stored) => stored }) => {
    const counts = new Map<string, number>();
    for (const { facets, validUntil } of rows)
      for (const value of onDay(facets[name] ?? [], validUntil, today))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts].map(([value, count]) => ({ value, count }));
    return [name, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))];
  });
  return { total: rows.length, areAll, of: Object.fromEntries(counted) };
}
