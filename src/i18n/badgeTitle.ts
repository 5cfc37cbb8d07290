import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Language, languages } from '../criteria/scheme.ts';
import { parseYaml } from '../parseYaml.ts';
import { projectFile } from '../projectFile.ts';
import type { Day } from '../register/day.ts';
import type { PublicWord } from '../register/publicStatus.ts';
import type { Validity } from '../register/validity.ts';

const title = z.object({ title: z.string(), titleDated: z.string().optional() });
const shape = z.object({
  specimen: z.object({ title: z.string() }),
  linked: z.object({ title: z.string() }),
  status: z.object({
    active: title,
    provisional: title,
    extended: title,
    suspended: title,
    expired: title,
    terminated: title,
    withdrawn: title,
    superseded: title,
  }),
});

const titles = Object.fromEntries(
  languages.map((language) => {
    const file = projectFile(`templates/badge/words.${language}.yaml`);
    return [language, shape.parse(parseYaml(readFileSync(file, 'utf8')))];
  }),
) as Readonly<Record<Language, z.infer<typeof shape>>>;

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
  const { title, titleDated } = titles[language].status[status];
  const said = (day !== undefined && titleDated ? titleDated.replace('{until}', day) : title).replace(
    '{number}',
    number,
  );
  return marked(said, specimen, language);
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
  const said = titles[language].linked.title
    .replace('{number}', number)
    .replace('{organisation}', () => organisation);
  return marked(said, specimen, language);
}

function marked(said: string, specimen: boolean, language: Language): string {
  return specimen ? titles[language].specimen.title.replace('{title}', () => said) : said;
}
