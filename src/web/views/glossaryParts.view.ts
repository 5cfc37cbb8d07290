import type { Scheme, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** A piece of a sentence; a word of the glossary comes with what it means. */
export interface TextPart {
  readonly text: string;
  readonly term: {
    readonly term: string;
    readonly plain: string;
    readonly notThis: string;
    readonly pictogram: string;
  } | null;
}

/** Cuts sentences of one page at words of the glossary; each word is explained at its first occurrence only. */
export function glossaryParts(
  { scheme, text }: { readonly scheme: Scheme; readonly text: SchemeText },
  words: Translator,
): (sentence: string) => TextPart[] {
  const told = new Set<string>();
  const terms = scheme.glossary.flatMap(({ id, pictogram }) => {
    const said = text.glossary[id];
    const key = `before.forms.${id}` as const;
    if (!said || !words.has(key)) return [];
    const forms = words.t(key);
    return [
      { id, shown: { ...said, pictogram }, pattern: new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'iu') },
    ];
  });

  const cut = (sentence: string): TextPart[] => {
    const found = terms
      .filter(({ id }) => !told.has(id))
      .flatMap((term) => {
        const match = term.pattern.exec(sentence);
        return match ? [{ ...term, at: match.index, word: match[0] }] : [];
      })
      .sort((a, b) => a.at - b.at)[0];
    if (!found) return sentence === '' ? [] : [{ text: sentence, term: null }];
    told.add(found.id);
    const before = sentence.slice(0, found.at);
    return [
      ...(before === '' ? [] : [{ text: before, term: null }]),
      { text: found.word, term: found.shown },
      ...cut(sentence.slice(found.at + found.word.length)),
    ];
  };
  return cut;
}
