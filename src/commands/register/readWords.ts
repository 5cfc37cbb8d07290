import { mayBeEnd } from '../../register/compounds.ts';
import { isSlipFor, shortened } from '../../register/oneTypo.ts';
import { sameTerms } from '../../register/sameWords.ts';
import { type SearchWord, tellingWords } from '../../register/searchWords.ts';
import type { Deps } from '../ports/ports.ts';
import type { Wanted } from '../ports/searchPorts.ts';

/** More words are left out: a name has fewer. */
const mostWords = 8;
/** Words that a beginning may stand for. */
const mostBeginnings = 12;
const shortestBeginning = 2;
/** Compounds that a word may be the end of, those of most rows, of as many as are looked at. */
const mostCompounds = 20;
const mostEnding = 200;
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
 * What the words of a search stand for: themselves, as they are also written, where the register knows them, otherwise the words
 * that the last one begins; with either, German words that end with them; otherwise those that are one typo away.
 */
export async function readWords({ store }: Pick<Deps, 'store'>, text: string): Promise<ReadWord[]> {
  const words = tellingWords(text).slice(0, mostWords);
  const terms = await store.termsLike(
    words.flatMap(({ word }) => sameTerms(word)),
    words.filter(mayBeEnd).map(({ term }) => term),
    mostEnding,
  );
  return Promise.all(
    words.map(async (word, i) => {
      const like = sameTerms(word.word);
      const same = terms.filter(({ term }) => like.includes(term));
      const begun = same.length === 0 && i === words.length - 1 ? await beginning(word) : [];
      const wanted = each([...same, ...begun, ...ending(word)]);
      if (wanted.length > 0) return { typed: word.written, wanted, instead: null };
      const meant = await near(word);
      return { typed: word.written, wanted: meant, instead: meant[0]?.written ?? null };
    }),
  );

  async function beginning({ word }: SearchWord): Promise<Wanted> {
    return word.length < shortestBeginning ? [] : store.termsBeginning(word, mostBeginnings);
  }

  function ending({ term }: SearchWord): Wanted {
    return mostRows(
      terms.filter(({ ends }) => ends?.includes(term)),
      mostCompounds,
    );
  }

  async function near(word: SearchWord): Promise<Wanted> {
    const left = shortened(word.term);
    if (left.length === 0) return [];
    const candidates = await store.termsNear(left, mostNear);
    return mostRows(
      candidates.filter((candidate) => isSlipFor(word, candidate)),
      mostMeant,
    );
  }
}

function each(terms: Wanted): Wanted {
  return [...new Map(terms.map((one) => [one.term, one])).values()];
}

function mostRows(terms: Wanted, most: number): Wanted {
  return terms.toSorted((a, b) => b.rows - a.rows).slice(0, most);
}
