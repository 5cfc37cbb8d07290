import { isSlipFor, shortened } from '../../register/oneTypo.ts';
import { type SearchWord, tellingWords } from '../../register/searchWords.ts';
import type { Deps } from '../ports.ts';
import type { KnownTerm, Wanted } from '../searchPorts.ts';

/** More words are left out: a name has fewer. */
const mostWords = 8;
/** Words that a beginning may stand for. */
const mostBeginnings = 12;
const shortestBeginning = 2;
/** Words that may have been meant by one with a typo, of those that the register knows near it. */
const mostMeant = 3;
const mostNear = 50;

/** A word as it was typed, what it is taken for, and what the register has of that: nothing at all when empty. */
export interface ReadWord {
  readonly typed: string;
  readonly wanted: Wanted;
  /** The word that was looked for in its place, because the register does not know the one that was typed. */
  readonly instead: string | null;
}

/**
 * What the words of a search stand for: themselves where the register knows them, otherwise the words that the last one begins,
 * otherwise those that are one typo away.
 */
export async function readWords({ store }: Pick<Deps, 'store'>, text: string): Promise<ReadWord[]> {
  const words = tellingWords(text).slice(0, mostWords);
  const terms = await store.knownTerms(words.map(({ term }) => term));
  const known = new Map(terms.map((one) => [one.term, one]));
  return Promise.all(
    words.map(async (word, i) => {
      const same = known.get(word.term);
      if (same) return { typed: word.written, wanted: [same], instead: null };
      const begun = i === words.length - 1 ? await beginning(word) : [];
      if (begun.length > 0) return { typed: word.written, wanted: begun, instead: null };
      const meant = await near(word);
      return { typed: word.written, wanted: meant, instead: meant[0]?.written ?? null };
    }),
  );

  async function beginning({ word }: SearchWord): Promise<Wanted> {
    return word.length < shortestBeginning ? [] : store.termsBeginning(word, mostBeginnings);
  }

  async function near(word: SearchWord): Promise<readonly KnownTerm[]> {
    const left = shortened(word.term);
    if (left.length === 0) return [];
    const candidates = await store.termsNear(left, mostNear);
    return candidates
      .filter((candidate) => isSlipFor(word, candidate))
      .sort((a, b) => b.rows - a.rows)
      .slice(0, mostMeant);
  }
}
