import { readdirSync, readFileSync } from 'node:fs';
import { readBuildCache } from '../buildCache.ts';
import type { Language } from '../criteria/scheme.ts';
import { parseYaml } from '../parseYaml.ts';
import { schemeFile } from '../profile/schemeFile.ts';
import { fillTokens } from './fillTokens.ts';

/** The interface's words in one language, by dotted key, as ICU messages. */
export interface Locale {
  /** False as soon as one file of the language was not read by a person of that language. */
  readonly reviewed: boolean;
  readonly messages: Readonly<Record<string, string>>;
}

/**
 * The words of one language as the label of this process says them: those of the service, or what the build made of them, with what the
 * label says in its own way laid over them.
 */
export function loadLocale(folder: URL, language: Language): Locale {
  const files = localeFiles(folder, language);
  const common = (readBuildCache(textOf(files)) as Locale | undefined) ?? readLocale(files, language);
  const own = readLocale([readFile(schemeFile(`words.${language}.yaml`))], language);
  const messages = Object.entries({ ...common.messages, ...own.messages });
  return {
    reviewed: common.reviewed && own.reviewed,
    messages: Object.fromEntries(messages.map(([key, message]) => [key, fillTokens(message, language)])),
  };
}

interface LocaleFile {
  readonly path: string;
  readonly text: string;
}

/** The files of one language, in the order of their names. */
export function localeFiles(folder: URL, language: Language): readonly LocaleFile[] {
  const all = readdirSync(new URL(`${language}/`, folder), { recursive: true, encoding: 'utf8' });
  const names = all.filter((name) => name.endsWith('.yaml'));
  const files = names.toSorted().map((name) => new URL(`${language}/${name}`, folder));
  return files.map(readFile);
}

function readFile(file: URL): LocaleFile {
  return { path: file.pathname, text: readFileSync(file, 'utf8') };
}

/** All of a language, under which the build keeps what it made of it. */
export function textOf(files: readonly LocaleFile[]): string {
  return files.map(({ text }) => text).join('\0');
}

/** The words of a language from its files; a key that stands twice is an error. */
export function readLocale(files: readonly LocaleFile[], language: Language): Locale {
  let reviewed = true;
  const messages: Record<string, string> = {};
  for (const { path, text } of files) {
    const { reviewed: read, ...groups } = parseYaml(text) as object & { readonly reviewed?: unknown };
    reviewed &&= read === true;
    for (const [key, message] of flatten(groups, '')) {
      if (key in messages) throw new Error(`${path}: ${key} is said twice`);
      messages[key] = withUnits(language === 'fr' ? spaced(message) : message);
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
function spaced(message: string): string {
  return message.replace(/ ([:;?!»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0');
}

/** A figure stays on the line of its unit, in every language. */
function withUnits(message: string): string {
  return message.replace(/(?<=[\d}#]) (?=(?:[KMG]o|[kKMG]B|km|cm|px|min|Min)(?!\p{L}))/gu, '\u00a0');
}
