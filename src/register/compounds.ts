import type { Entry } from './entry.ts';
import { allWords, type SearchWord, tellingWords } from './searchWords.ts';
import { termOf } from './termOf.ts';

/** Shorter ends stand in too many words: "Eis" in "Kreis", "Art" in "Start". */
const shortestEnd = 4;
/** What stands before an end is a word of its own: "Ziegen", "Hof", but not the "Sch" of "Schwein". */
const isBeginning = /^(?=.*[aeiouy]).{3}/;

/**
 * The terms of all that a German word may end with, where it is long enough to be made of two: its end says what it is, so
 * that who looks for "Käse" means "Ziegenkäse" too. Words of other languages are not made so ("équitable" is no table).
 */
export function compoundEnds(word: string): string[] {
  const ends: string[] = [];
  for (let at = word.length - shortestEnd; at > 0 && isBeginning.test(word.slice(0, at)); at -= 1)
    ends.push(termOf(word.slice(at)));
  return [...new Set(ends)];
}

/** Whether a word of a search may be the end of another. */
export function mayBeEnd({ word }: SearchWord): boolean {
  return word.length >= shortestEnd;
}

/** The words of a German label's offers that may be made of two; its organisation may be called so in any language. */
export function compoundsIn({ language, offers }: Entry): SearchWord[] {
  if (language !== 'de') return [];
  return offers
    .flatMap(({ name, sheet }) => [...allWords(name), ...tellingWords(sheet)])
    .filter(({ word }) => isBeginning.test(word.slice(0, -shortestEnd)));
}
