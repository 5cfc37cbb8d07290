import type { Translator } from '../../i18n/i18n.ts';
import { glossaryEntries } from './glossaryEntries.view.ts';
import type { Reading } from './reading.view.ts';

/** A piece of a sentence; a word of the glossary comes with what it means. */
export interface TextPart {
  readonly text: string;
  readonly term: ReturnType<typeof glossaryEntries>[number] | null;
}

/** Cuts sentences of one page at words of the glossary; each word is explained at its first occurrence only. */
export function glossaryParts(
  { scheme, text }: Pick<Reading, 'scheme' | 'text'>,
  words: Translator,
): (sentence: string) => TextPart[] {
  const explained = new Set<string>();
  const terms = glossaryEntries(scheme, text.glossary).flatMap((shown) => {
    const key = `before.forms.${shown.id}` as const;
    if (!words.has(key)) return [];
    const forms = words.t(key);
    return [{ id: shown.id, shown, pattern: new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'iu') }];
  });

  const cut = (sentence: string): TextPart[] => {
    const found = terms
      .filter(({ id }) => !explained.has(id))
      .flatMap((term) => {
        const match = term.pattern.exec(sentence);
        return match ? [{ ...term, at: match.index, word: match[0] }] : [];
      })
      .sort((a, b) => a.at - b.at)[0];
    if (!found) return sentence === '' ? [] : [{ text: sentence, term: null }];
    explained.add(found.id);
    const before = sentence.slice(0, found.at);
    return [
      ...(before === '' ? [] : [{ text: before, term: null }]),
      { text: found.word, term: found.shown },
      ...cut(sentence.slice(found.at + found.word.length)),
    ];
  };
  return cut;
}
