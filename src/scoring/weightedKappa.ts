import { beyondChance, countsOf, type Rating } from './agreement.ts';

/** What a disagreement between two levels weighs; nothing when they are the same. */
export type Weight = (first: number, second: number) => number;

const squared: Weight = (first, second) => (first - second) ** 2;

/**
 * Cohen's weighted kappa of two raters (Psychological Bulletin 70, 1968, p. 213 ff.), with the square of the distance between
 * levels as its weight where no other is given. Each pair is what both gave to one thing; one without both levels is left out.
 */
export function weightedKappa(pairs: readonly (readonly [Rating, Rating])[], weight: Weight = squared) {
  const both = pairs.flatMap(([first, second]) =>
    typeof first === 'number' && typeof second === 'number' ? [[first, second] as const] : [],
  );
  const firsts = countsOf(both.map(([first]) => first));
  const seconds = countsOf(both.map(([, second]) => second));
  const observed = both.reduce((sum, [first, second]) => sum + weight(first, second), 0) / both.length;
  let expected = 0;
  for (const [first, times] of firsts) {
    for (const [second, others] of seconds)
      expected += (times * others * weight(first, second)) / both.length ** 2;
  }
  return beyondChance(both.length, observed, expected);
}
