import { mayBeEnd } from '../../register/compounds.ts';
import { isSlipFor, shortened } from '../../register/oneTypo.ts';
import { sameTerms } from '../../register/sameWords.ts';
import { type SearchWord, tellingWords } from '../../register/searchWords.ts';
import type { Deps } from '../ports/ports.ts';
import type { Wanted } from '../ports/registerPorts.ts';

/** More words are left out: a name has fewer. */
const maxWords = 8;
/** Words that a beginning may stand for. */
const maxBeginnings = 12;
const shortestBeginning = 2;
/** Compounds that a word may be the end of, those of most rows, of as many as are looked at. */
const maxCompounds = 20;
const maxEnding = 200;
/** Words that may have been meant by one with a typo, of those that the register knows near it. */
const maxMeant = 3;
const maxNear = 50;

/** A word as it was typed, what it is taken for, and what the register has of that: nothing at all when empty. */
export type ReadWord = Awaited<ReturnType<typeof readWords>>[number];

/** What words stand for: themselves as also written, else what the last one begins; with either, compounds ending so; else one typo away. */
export async function readWords({ store }: Pick<Deps, 'store'>, text: string) {
  const words = tellingWords(text).slice(0, maxWords);
  const terms = await store.termsLike(
    words.flatMap(({ word }) => sameTerms(word)),
    words.filter(mayBeEnd).map(({ term }) => term),
    maxEnding,
  );
  return Promise.all(
    words.map(async (word, i) => {
      const like = sameTerms(word.word);
      const same = terms.filter(({ term }) => like.includes(term));
      const begun = same.length === 0 && i === words.length - 1 ? await beginning(word) : [];
      const known = each([...same, ...begun, ...ending(word)]);
      const meant = known.length > 0 ? [] : await near(word);
      return {
        typed: word.written,
        wanted: known.length > 0 ? known : meant,
        /** The word that was looked for in its place, because the register does not know the one that was typed. */
        instead: meant[0]?.written ?? null,
      };
    }),
  );

  async function beginning({ word }: SearchWord): Promise<Wanted> {
    return word.length < shortestBeginning ? [] : store.termsBeginning(word, maxBeginnings);
  }

  function ending({ term }: SearchWord): Wanted {
    return maxRows(
      terms.filter(({ ends }) => ends?.includes(term)),
      maxCompounds,
    );
  }

  async function near(word: SearchWord): Promise<Wanted> {
    const left = shortened(word.term);
    if (left.length === 0) return [];
    const candidates = await store.termsNear(left, maxNear);
    return maxRows(
      candidates.filter((candidate) => isSlipFor(word, candidate)),
      maxMeant,
    );
  }
}

function each(terms: Wanted): Wanted {
  return [...new Map(terms.map((one) => [one.term, one])).values()];
}

function maxRows(terms: Wanted, max: number): Wanted {
  return terms.toSorted((a, b) => b.rows - a.rows).slice(0, max);
}
