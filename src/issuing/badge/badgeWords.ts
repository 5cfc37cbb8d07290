import * as z from 'zod';
import { readWords } from '../drawing/readWords.ts';

const plain = z.strictObject({ word: z.string(), title: z.string() });
const titleDated = plain.extend({ titleDated: z.string() });
const dated = titleDated.extend({ wordDated: z.string() });

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
      extended: titleDated,
      suspended: titleDated,
      expired: dated,
      terminated: dated,
      withdrawn: titleDated,
      superseded: titleDated,
    }),
  }),
);
