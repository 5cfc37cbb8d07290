import * as z from 'zod';
import { readWords } from '../../i18n/readWords.ts';

const shape = z.strictObject({
  reviewed: z.boolean(),
  name: z.string(),
  strapline: z.tuple([z.string(), z.string()]),
  documentTitle: z.string(),
  sentenceOne: z.string(),
  sentenceMany: z.string(),
  moreOne: z.string(),
  moreMany: z.string(),
  provisional: z.string(),
  label: z.string(),
  until: z.string(),
  scan: z.string(),
  codeText: z.string(),
  linkText: z.string(),
  specimen: z.string(),
});

export type SignWords = z.infer<typeof shape>;

/** What signs say in each language, from templates/sign. */
export const signWords = readWords('sign', shape);
