import { termOf } from './termOf.ts';

/**
 * Words that are written in several ways, folded: whoever types one of them means all. The capitals of French-speaking
 * Switzerland have the names by which the Federal Constitution (SR 101, art. 1, in its four languages and in English) calls
 * their cantons, or else those of their articles in the Historical Dictionary of Switzerland (HLS/DHS/DSS).
 */
const sameWords = [
  'saint sainte st ste sankt',
  'geneve genf ginevra genevra geneva',
  'fribourg freiburg friburgo friburg',
  'neuchatel neuenburg',
  'lausanne losanna',
  'sion sitten',
  'delemont delsberg',
].map((line) => line.split(' '));

const termsOf = new Map(
  sameWords.flatMap((words) => {
    const terms = [...new Set(words.map(termOf))];
    return words.map((word) => [word, terms] as const);
  }),
);

/** The terms of all ways in which a folded word is written; of most words, its own only. */
export function sameTerms(word: string): readonly string[] {
  return termsOf.get(word) ?? [termOf(word)];
}
