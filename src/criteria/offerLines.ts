import type { OfferLine } from './assessment.ts';
import type { Scheme } from './scheme.ts';

/** Lines of one computation at most: what fits on a page and is read by people. */
export const maxLines = 12;

/** The base of an offer and the part of it that is made here, as lines add up to them without the error of decimals in binary. */
export function sumOf(lines: readonly OfferLine[]) {
  const add = (pick: (line: OfferLine) => number) =>
    Number(lines.reduce((sum, line) => sum + pick(line), 0).toPrecision(12));
  return { whole: add(({ amount }) => amount), part: add(({ here }) => here) };
}

/** The figures that lines fill: the one counted by type of offer, and its part. */
export function countedFacts({ facts }: Scheme) {
  const part = facts.find(({ unit, partOf }) => unit === 'byType' && partOf !== undefined);
  const whole = facts.find(({ id }) => id === part?.partOf);
  return part && whole ? { whole, part } : null;
}
