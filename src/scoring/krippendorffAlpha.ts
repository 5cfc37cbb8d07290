import { beyondChance, type Rating } from './agreement.ts';

/** How often each value stands in the coincidences. */
export type Margins = ReadonlyMap<number, number>;

/** The difference of two values, squared, where the values have some margins. */
export type Difference = (first: number, second: number, margins: Margins) => number;

/**
 * Krippendorff's alpha (Content Analysis, 2nd ed. 2004, ch. 11; Computing Krippendorff's Alpha-Reliability, 2011), with the
 * difference of ordered values where no other is given. A unit is what any number of raters gave to one thing; who gave which
 * does not matter, and a unit with fewer than two values says nothing. Units that are alike may be given once, with how many
 * `times` each is there.
 */
export function krippendorffAlpha(
  units: readonly (readonly Rating[])[],
  difference: Difference = ordinal,
  times: readonly number[] = units.map(() => 1),
) {
  const rated = units
    .map((unit, i) => ({ values: unit.filter((value) => typeof value === 'number'), times: times[i] ?? 0 }))
    .filter(({ values, times }) => values.length > 1 && times > 0);
  const margins = new Map<number, number>();
  let total = 0;
  for (const { values, times } of rated) {
    total += times * values.length;
    for (const value of values) margins.set(value, (margins.get(value) ?? 0) + times);
  }
  let observed = 0;
  // A unit of m values holds m (m - 1) ordered pairs, and each value of it stands once in the coincidences.
  for (const { values, times } of rated) {
    observed += (times * within(values, (a, b) => difference(a, b, margins))) / (values.length - 1);
  }
  let expected = 0;
  for (const [first, times] of margins) {
    for (const [second, others] of margins) expected += times * others * difference(first, second, margins);
  }
  const there = rated.reduce((sum, unit) => sum + unit.times, 0);
  return beyondChance(there, observed / total, expected / (total * (total - 1)));
}

/** The sum over all ordered pairs of a unit; a value with itself differs by nothing. */
function within(unit: readonly number[], differ: (first: number, second: number) => number): number {
  let sum = 0;
  for (const first of unit) for (const second of unit) sum += differ(first, second);
  return sum;
}

/** Ordered values differ by how many values were given from the one to the other, of both ends the half. */
function ordinal(first: number, second: number, margins: Margins): number {
  const [low, high] = first < second ? [first, second] : [second, first];
  let between = 0;
  for (const [value, times] of margins) if (value >= low && value <= high) between += times;
  return (between - ((margins.get(low) ?? 0) + (margins.get(high) ?? 0)) / 2) ** 2;
}
