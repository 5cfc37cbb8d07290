import * as z from 'zod';
import { languages } from '../profile/profile.ts';
import { readSchemeJson } from '../profile/schemeFile.ts';
import type { OfferLine } from './assessment.ts';
import type { OfferType } from './offer.ts';

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
