import * as z from 'zod';
import type { Language } from '../criteria/scheme.ts';
import type { Day } from '../register/day.ts';
import type { PublicWord } from '../register/publicStatus.ts';
import type { Validity } from '../register/validity.ts';
import { readWords } from './readWords.ts';

const plain = z.strictObject({ word: z.string(), title: z.string() });
const titleDated = plain.extend({ titleDated: z.string() });
const wordDated = titleDated.extend({ wordDated: z.string() });

/** What the badge says in each language, from templates/badge. */
export const badgeWords = readWords(
  'badge',
  z.strictObject({
    reviewed: z.boolean(),
    name: z.string(),
    strapline: z.tuple([z.string(), z.string()]),
    specimen: plain,
    linked: z.strictObject({ title: z.string() }),
    status: z.strictObject({
      active: z.strictObject({ title: z.string() }),
      conditional: plain,
      provisional: plain,
      extended: titleDated,
      suspended: titleDated,
      expired: wordDated,
      terminated: wordDated,
      withdrawn: titleDated,
      superseded: titleDated,
    }),
  }),
);

/** What the alternative text of a badge is made from; `day` is written in full, for the statuses that name one. */
export interface BadgeTitleFacts {
  readonly number: string;
  readonly status: PublicWord;
  readonly language: Language;
  readonly day?: string | undefined;
  readonly specimen: boolean;
}

/** The day that the text of a badge names: the last on which the label held, of an extended one the last of its period. */
export function badgeDay({ word, until, periodEnd }: Validity): Day | null {
  return word === 'extended' ? periodEnd : until;
}

/** The alternative text of a badge, with its status: one sentence for the drawing itself and for every page that shows it. */
export function badgeTitle({ number, status, language, day, specimen }: BadgeTitleFacts): string {
  const { title, titleDated } = { titleDated: undefined, ...badgeWords[language].status[status] };
  const dated = day !== undefined && titleDated ? titleDated.replace('{until}', day) : title;
  return marked(dated.replace('{number}', number), specimen, language);
}

/**
 * The alternative text of a badge that is copied to where nobody changes it again, as another site or a letter: whose it is and
 * where its status can be read. It names none, for that one would soon be another.
 */
export function linkedBadgeTitle({
  number,
  organisation,
  language,
  specimen,
}: Pick<BadgeTitleFacts, 'number' | 'language' | 'specimen'> & { readonly organisation: string }): string {
  // The name comes last, and by a function: what looks like a placeholder in it stays as it is.
  const named = badgeWords[language].linked.title.replace('{number}', number);
  const title = named.replace('{organisation}', () => organisation);
  return marked(title, specimen, language);
}

function marked(title: string, specimen: boolean, language: Language): string {
  return specimen ? badgeWords[language].specimen.title.replace('{title}', () => title) : title;
}
