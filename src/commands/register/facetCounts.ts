import type { Day } from '../../register/day.ts';
import type { CountedRow } from '../ports/registerPorts.ts';

/** What the register is narrowed down by. */
export const facetNames = ['type', 'theme', 'place', 'form', 'leman', 'valid', 'status'] as const;
export type FacetName = (typeof facetNames)[number];

/** How many entries answer, and how many of them each value of each facet would leave. */
export interface FacetCounts {
  readonly total: number;
  /** False where more answer than were counted: every number is then at least so many. */
  readonly areAll: boolean;
  /** The values that some have, those of most entries first. */
  readonly of: Readonly<
    Partial<Record<FacetName, readonly { readonly value: string; readonly count: number }[]>>
  >;
}

/** Counts rows; a label that was to last until yesterday is expired, whatever is stored of it. */
export function facetCounts(
  { rows, areAll }: { readonly rows: readonly CountedRow[]; readonly areAll: boolean },
  today: Day,
): FacetCounts {
  const counted = Object.fromEntries(
    facetNames.map((name) => {
      const counts = new Map<string, number>();
      for (const value of rows.flatMap((row) => valuesOf(row, name, today)))
        counts.set(value, (counts.get(value) ?? 0) + 1);
      const values = [...counts].map(([value, count]) => ({ value, count }));
      return [name, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))];
    }),
  );
  return { total: rows.length, areAll, of: counted };
}

function valuesOf(row: CountedRow, name: FacetName, today: Day): readonly string[] {
  switch (name) {
    case 'type':
      return row.types;
    case 'theme':
      return row.theme === null ? [] : [row.theme];
    case 'leman':
      return row.leman ? ['yes'] : [];
    case 'valid':
      return row.validUntil >= today ? ['yes'] : [];
    case 'status':
      return [row.validUntil !== '' && row.validUntil < today ? 'expired' : row.status];
    case 'place':
    case 'form':
      return [row[name]];
  }
}
