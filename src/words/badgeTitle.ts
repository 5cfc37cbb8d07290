import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Language, languages } from '../criteria/scheme.ts';
import { parseYaml } from '../parseYaml.ts';
import type { PublicWord } from '../register/publicStatus.ts';

const title = z.object({ title: z.string(), titleDated: z.string().optional() });
const shape = z.object({
  specimen: z.object({ title: z.string() }),
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
    const file = new URL(`../../templates/badge/words.${language}.yaml`, import.meta.url);
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

/** The alternative text of a badge, with its status: one sentence for the drawing itself and for every page that shows it. */
export function badgeTitle({ number, status, language, day, specimen }: BadgeTitleFacts): string {
  const { title, titleDated } = titles[language].status[status];
  const said = (day !== undefined && titleDated ? titleDated.replace('{until}', day) : title).replace(
    '{number}',
    number,
  );
  return specimen ? titles[language].specimen.title.replace('{title}', said) : said;
}
