import * as z from 'zod';
import { type Language, languages } from './profile.ts';

/** A sentence of at most so many characters in each language of the label, and in no other. */
export function inEveryLanguage(max: number) {
  return z
    .partialRecord(z.enum(languages), z.string().min(1).max(max))
    .refine((said): said is Record<Language, string> => languages.every((one) => said[one] !== undefined), {
      error: `a sentence is missing in one of ${languages.join(', ')}`,
    });
}
