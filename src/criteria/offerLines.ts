import * as z from 'zod';
import { languages } from '../profile/profile.ts';
import { readSchemeJson } from '../profile/schemeFile.ts';
import type { OfferAssessment, OfferLine } from './assessment.ts';
import type { OfferType } from './offer.ts';
import type { Scheme } from './scheme.ts';

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

const materialShape = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]{2,30}$/),
  /** The clause that takes it out. */
  source: z.string().min(5).max(120),
  /** What people call it, in each language. */
  names: z.partialRecord(z.enum(languages), z.array(z.string().min(2).max(60)).min(1).max(10)),
});

const materials = readSchemeJson('uncounted.json', z.array(materialShape).max(40));
/** Whether the scheme takes any material out of recipes. */
export const hasUncounted = materials.length > 0;

const names = new Set(materials.flatMap((one) => Object.values(one.names).flat()).map(plain));

/** Whether a line is a material that no recipe counts, whatever language it is written in; only a whole name matches. */
export function isUncounted({ what }: Pick<OfferLine, 'what'>, type: OfferType): boolean {
  return type === 'food' && names.has(plain(what));
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
