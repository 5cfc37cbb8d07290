import type { Level } from '../criteria/scheme.ts';

/** A level as someone gave it; "not applicable" and no level at all are missing values. */
export type Rating = Level | 'na' | null;

/**
 * How far people agree beyond chance: 1 is always, 0 as if by lot, below 0 worse than by lot. Where it has no meaning there is
 * no number but why: `noPairs` nothing was rated twice, `oneUnit` only one thing was, `noVariation` everyone gave one and the
 * same level.
 */
export type Agreement =
  | { readonly value: number }
  | { readonly value: null; readonly why: 'noPairs' | 'oneUnit' | 'noVariation' };

/** The disagreement that was seen over the one expected by chance, as an agreement. */
export function beyondChance(units: number, observed: number, expected: number): Agreement {
  if (units === 0) return { value: null, why: 'noPairs' };
  if (units === 1) return { value: null, why: 'oneUnit' };
  return expected === 0 ? { value: null, why: 'noVariation' } : { value: 1 - observed / expected };
}

/** How often each value was given. */
export function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
