import * as z from 'zod';
import { badgeTitle } from '../../i18n/badgeTitle.ts';
import { dateInFull } from '../drawing/dates.ts';
import { fillIn, readWords } from '../drawing/readWords.ts';
import type { BadgeData } from './badgeData.ts';

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

/** What a badge says: the word printed on it, empty for a valid label, and its alternative text. */
export function badgeSayings({
  number,
  status,
  language,
  until,
  year,
  specimen,
}: Omit<BadgeData, 'form' | 'address'>): { readonly word: string; readonly title: string } {
  const { word, wordDated } = { word: '', wordDated: undefined, ...badgeWords[language].status[status] };
  const day = until && dateInFull(until, language);
  return {
    word: fillIn((year && wordDated) || word, { year }),
    title: badgeTitle({ number, status, language, day, specimen }),
  };
}
