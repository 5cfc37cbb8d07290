import type { Language } from '../criteria/scheme.ts';

/** A short word, the beginnings of values before which it changes, and what it becomes there. */
type Rule = readonly [word: string, before: RegExp, becomes: string];

/**
 * French elides before a vowel that surely sounds: an h may be aspirated, a y or i before a vowel be a half-vowel, and `onze` and `oui`
 * bar it, so the full word stays before them. It also stays before digits, by which nobody elides.
 */
const frenchVowel = /^(?!onz|ouis?(?!\p{L})|[iy](?:\p{M}*)[aeiou])(?:[aeiouœæ]|y(?=[^aeiouy]))/iu;

const rules: Partial<Record<Language, readonly Rule[]>> = {
  fr: [
    ['de', frenchVowel, 'd’'],
    ['que', frenchVowel, 'qu’'],
  ],
  it: [
    ['di', /^i/iu, 'd’'],
    ['a', /^a/iu, 'ad '],
    ['e', /^e/iu, 'ed '],
    // The eighth and the eleventh of a month: l’8 gennaio, all’11 marzo.
    ...['il l’', 'al all’', 'dal dall’', 'del dell’', 'nel nell’', 'sul sull’'].map((pair): Rule => {
      const [word = '', becomes = ''] = pair.split(' ');
      return [word, /^(?:8|11) \p{Ll}/u, becomes];
    }),
  ],
};

/** Stands in front of a placeholder that follows one of the words; no text of a person holds it. */
const mark = '\ue000';
/** What a name may begin with before its first letter. */
const quotes = /^[«‹“„‘"'([\s]+/u;

export interface Elision {
  /** A message in which each placeholder after a word with a rule is marked. */
  readonly mark: (message: string) => string;
  /** What was made of that message, its words elided where the value calls for it; the values are as they were. */
  readonly elide: (text: string) => string;
}

/** How the short words of a language join the value that follows them; null where none changes. */
export function elisionOf(language: Language): Elision | null {
  const own = rules[language];
  if (!own) return null;
  const words = own.map(([word]) => word).join('|');
  const placeholder = new RegExp(`(?<![\\p{L}\\p{M}\\d])(${words}) (?=\\{\\w+\\})`, 'giu');
  const marked = new RegExp(`(?<![\\p{L}\\p{M}\\d])(${words}) ${mark}(?=(.{0,20}))`, 'gisu');
  return {
    mark: (message) => message.replace(placeholder, `$1 ${mark}`),
    elide: (text) =>
      text.includes(mark)
        ? text
            .replace(marked, (_, word: string, value: string) => joined(own, word, value))
            .replaceAll(mark, '')
        : text,
  };
}

/** A word as it stands before a value, with its capital. */
function joined(own: readonly Rule[], word: string, value: string): string {
  const start = value.normalize('NFD').replace(quotes, '');
  const rule = own.find(([known, before]) => known === word.toLowerCase() && before.test(start));
  if (!rule) return `${word} `;
  return word === word.toLowerCase() ? rule[2] : `${rule[2].charAt(0).toUpperCase()}${rule[2].slice(1)}`;
}
