import { readFileSync } from 'node:fs';
import { parse } from '@formatjs/icu-messageformat-parser';
import { expect } from 'chai';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { locales } from '../support/locales.ts';

const folder = new URL('../../templates/locales/', import.meta.url);
const translations = ['de', 'it', 'en'] as const;

const phrases = z.array(z.string()).default([]);
const term = z.strictObject({
  ...{ fr: z.string(), de: z.string(), it: z.string(), en: z.string() },
  ...{ unlike: phrases, within: phrases },
  except: z.record(z.string(), z.string().min(10)).default({}),
});
const terms = z
  .record(z.string(), term)
  .parse(parseYaml(readFileSync(new URL('terms.yaml', folder), 'utf8')));
type Term = z.output<typeof term>;

const texts = new Map<string, string>();

/** The text of a message in all its branches, without the names of parameters and cases. */
function textOf(message: string): string {
  const known = texts.get(message) ?? readText(message);
  texts.set(message, known);
  return known;
}

function readText(message: string): string {
  const found: string[] = [];
  JSON.stringify(parse(message), (key, value) => {
    if (value?.type === 0) found.push(value.value);
    return key === 'location' ? undefined : value;
  });
  return found.join(' ');
}

/** Matches one of the forms of a word, such as `*antrag | *anträge`, as a whole word. */
function wordPattern(forms: string): RegExp {
  const words = forms.split('|').map((form) => form.trim().replaceAll('*', '[\\p{L}\\d-]*'));
  return new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?!\\p{L})`, 'iu');
}

/** Keys of the messages that use a French term in this sense. */
function keysWith({ fr, unlike, within }: Term): string[] {
  const word = wordPattern(fr);
  return Object.entries(locales.fr.messages).flatMap(([key, message]) => {
    if (within.length > 0 && !within.some((group) => key === group || key.startsWith(`${group}.`))) return [];
    const text = unlike.reduce(
      (rest, phrase) => rest.replace(new RegExp(phrase, 'giu'), ''),
      textOf(message),
    );
    return word.test(text) ? [key] : [];
  });
}

/** Messages with a French term whose translation lacks the term of its language, by key. */
function straysOf(one: Term): ReadonlyMap<string, readonly string[]> {
  const strays = keysWith(one).map((key) => {
    const messages = translations.map(
      (language) => [language, locales[language].messages[key] ?? ''] as const,
    );
    const lacking = messages.filter(
      ([language, message]) => !wordPattern(one[language]).test(textOf(message)),
    );
    return [key, lacking.map((message) => message.join(': '))] as const;
  });
  return new Map(strays.filter(([, messages]) => messages.length > 0));
}

describe('the terms of the interface', () => {
  for (const [name, one] of Object.entries(terms))
    it(`has one word for ${name} in each language`, () => {
      const strays = straysOf(one);
      expect([...strays].filter(([key]) => !(key in one.except))).to.deep.equal([]);
      expect(
        Object.keys(one.except).filter((key) => !strays.has(key)),
        'unused exceptions',
      ).to.deep.equal([]);
      expect(keysWith(one), 'messages with the term').to.not.be.empty;
    });
});
