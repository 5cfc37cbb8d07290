import { profile } from '../profile/profile.ts';
import { termOf } from './termOf.ts';

/** Words that are written in several ways, folded: whoever types one of them means all. */
const sameWords = [['saint', 'sainte', 'st', 'ste', 'sankt'], ...profile.sameWords];

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
