import type { OfferAssessment, OfferLine } from './assessment.ts';
import type { OfferType } from './offer.ts';
import type { Scheme } from './scheme.ts';
import { isUncounted } from './uncounted.ts';

/** Lines of one computation at most: what fits on a page and is read by people. */
export const maxLines = 12;

/** The base of an offer and the part of it that is made here: the sum of the lines that count, without the error of decimals in binary. */
export function sumOf(lines: readonly OfferLine[], type: OfferType) {
  const counted = lines.filter((line) => !isUncounted(line, type));
  const add = (pick: (line: OfferLine) => number) =>
    Number(counted.reduce((sum, line) => sum + pick(line), 0).toPrecision(12));
  return { whole: add(({ amount }) => amount), part: add(({ here }) => here) };
}

/** The figures that lines fill: the one counted by type of offer, and its part. */
export function countedFacts({ facts }: Scheme) {
  const part = facts.find(({ unit, partOf }) => unit === 'byType' && partOf !== undefined);
  const whole = facts.find(({ id }) => id === part?.partOf);
  return part && whole ? { whole, part } : null;
}

/** The lines that an offer's figures leave out; none where the figures were added up by other rules, or typed. */
export function leftOut(
  { lines = [], facts }: Partial<Pick<OfferAssessment, 'lines' | 'facts'>> = {},
  type: OfferType,
  scheme: Scheme,
): readonly OfferLine[] {
  const counted = countedFacts(scheme);
  if (!counted || facts?.[counted.whole.id] !== sumOf(lines, type).whole) return [];
  return lines.filter((line) => isUncounted(line, type));
}
