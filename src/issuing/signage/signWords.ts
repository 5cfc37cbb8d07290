import * as z from 'zod';
import { readWords, sentences } from '../../i18n/readWords.ts';
import type { Language } from '../../profile/profile.ts';

/** What signs say in each language, from templates/sign. */
export const signWords = readWords(
  'sign',
  sentences(
    'name documentTitle sentenceOne sentenceMany moreOne moreMany conditional provisional label until scan codeText',
    'linkText specimen',
  ).extend({ strapline: z.tuple([z.string(), z.string()]) }),
);

export type SignWords = (typeof signWords)[Language];
