import { folded } from './folded.ts';
import type { SearchWord } from './searchWords.ts';

/** Shorter words have too many neighbours to guess one. */
const shortest = 4;

/** A term and what is left of it without one of its letters: two terms that are one typo apart have one of these in common. */
export function shortened(term: string): string[] {
  if (term.length < shortest || /\d/.test(term)) return [];
  const letters = [...term];
  return [...new Set([term, ...letters.map((_, i) => letters.toSpliced(i, 1).join(''))])];
}

/** Of words whose term is shorter, the ending tells as much as the rest. */
const longTerm = 6;

/**
 * Whether a word may be a slip for another: both begin alike, and one typo makes one from the other, in long words beside an
 * other ending. Words that differ more are words of their own as a rule: "Kleider" is no slip for "kleine", nor "lait" for "fait".
 */
export function isSlipFor(typed: SearchWord, known: Pick<SearchWord, 'term' | 'written'>): boolean {
  if (typed.term[0] !== known.term[0] || !isOneTypo(typed.term, known.term)) return false;
  const areLong = Math.min(typed.term.length, known.term.length) >= longTerm;
  return areLong || isOneTypo(typed.word, folded(known.written));
}

/** Whether one letter that is changed, missing, too many or in the place of its neighbour makes one word from the other. */
export function isOneTypo(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (a.length !== b.length) {
    const [longer, other] = a.length > b.length ? [restA, restB] : [restB, restA];
    return longer.slice(1) === other;
  }
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return swapped || restA.slice(1) === restB.slice(1);
}
