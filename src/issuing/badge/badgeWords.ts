import * as z from 'zod';
import { readWords } from '../drawing/readWords.ts';

const plain = z.strictObject({ word: z.string(), title: z.string() });
const dated = z.strictObject({
  word: z.string(),
  wordDated: z.string(),
  title: z.string(),
  titleDated: z.string(),
});

/** What the badge says in each language, from templates/badge. */
export const badgeWords = readWords(
  'badge',
  z.strictObject({
    reviewed: z.boolean(),
    name: z.string(),
    strapline: z.tuple([z.string(), z.string()]),
    specimen: z.strictObject({ word: z.string(), title: z.string() }),
    linked: z.strictObject({ title: z.string() }),
    status: z.strictObject({
      active: z.strictObject({ title: z.string() }),
      provisional: plain,
      extended: dated,
      suspended: plain,
      expired: dated,
      terminated: dated,
      withdrawn: plain,
      superseded: plain,
    }),
  }),
);
