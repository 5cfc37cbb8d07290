import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../criteria/scheme.ts';
import { parseYaml } from '../parseYaml.ts';

/** The interface's words in one language, by dotted key, as ICU messages. */
export interface Locale {
  /** False as soon as one file of the language was not read by a person of that language. */
  readonly reviewed: boolean;
  readonly messages: Readonly<Record<string, string>>;
}

/** Reads every file of templates/locales; a key that stands twice in a language is an error. */
export function loadLocales(folder: URL): Readonly<Record<Language, Locale>> {
  const [fr, de, it, en] = languages.map((language) => loadLocale(new URL(`${language}/`, folder)));
  if (!fr || !de || !it || !en) throw new Error('a language has no locale folder');
  return { fr: { ...fr, messages: spaced(fr.messages) }, de, it, en };
}

function loadLocale(folder: URL): Locale {
  let reviewed = true;
  const messages: Record<string, string> = {};
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    const { reviewed: read, ...groups } = parseYaml(readFileSync(new URL(name, folder), 'utf8')) as object & {
      readonly reviewed?: unknown;
    };
    reviewed &&= read === true;
    for (const [key, message] of flatten(groups, '')) {
      if (key in messages) throw new Error(`${folder.pathname}${name}: ${key} is said twice`);
      messages[key] = message;
    }
  }
  return { reviewed, messages };
}

function flatten(group: object, before: string): [string, string][] {
  return Object.entries(group).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${before}${name}.`)
      : [[`${before}${name}`, String(value)]],
  );
}

/** French keeps its double punctuation and its guillemets on the line of their word: no-break spaces, written once here. */
function spaced(messages: Locale['messages']): Locale['messages'] {
  const entries = Object.entries(messages).map(([key, message]) => [
    key,
    message.replace(/ ([:;?!»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0'),
  ]);
  return Object.fromEntries(entries);
}
