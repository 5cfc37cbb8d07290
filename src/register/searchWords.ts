import { folded } from './folded.ts';
import { termOf } from './termOf.ts';

/** Words without a meaning of their own, folded; beside others nobody looks for them. */
const stopWords = new Set(
  [
    'a au aux avec ce ces cette chez dans de des du elle en est et eux il ils la le les leur leurs mais nos notre nous on ou',
    'par pas pour qu que qui sa sans se ses son sont sur ta te tes ton tu un une vos votre vous y c d j l m n s t',
    'als am an auf aus bei bis das dem den der die ein eine einem einen einer eines es fur im in ist mit nach oder ohne sich',
    'sie sind und unser unsere vom von wir zu zum zur',
    'ad al alla alle agli ai col con da dai dal dalla degli dei del della delle di e ed gli i il in io lo nei nel nella o per',
    'sono su sul sulla tra fra una uno',
    'and are at by for from of the to with',
  ].flatMap((line) => line.split(' ')),
);
/** Longer words are distinguished by their beginning. */
const maxLength = 40;

/** A word of a text, and what it is looked up by. */
export interface SearchWord {
  /** In small letters, with its accents. */
  readonly written: string;
  /** Without accents. */
  readonly word: string;
  readonly term: string;
}

/** Every word of a text, each term once; marks that are not seen, as those of the direction of writing, part no words. */
export function allWords(text: string): SearchWord[] {
  const found = text.replaceAll(/\p{Cf}/gu, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const words = found.map(wordOf).filter(({ word }) => word !== '');
  return [...new Map(words.reverse().map((word) => [word.term, word])).values()].reverse();
}

/** A whole register has few words, over and over. */
const cache = new Map<string, SearchWord>();
const maxCached = 10_000;

function wordOf(found: string): SearchWord {
  const beginning = found.slice(0, maxLength);
  const known = cache.get(beginning);
  if (known) return known;
  const written = beginning.normalize('NFC').toLowerCase();
  // Most words need no work.
  const word = /^[a-z0-9]*$/.test(written) ? written : folded(written);
  const whole = { written, word, term: termOf(word) };
  if (cache.size >= maxCached) cache.clear();
  cache.set(beginning, whole);
  return whole;
}

/** The words of a text that tell something; all of them when none does, for an organisation may be called by an article. */
export function tellingWords(text: string): SearchWord[] {
  const words = allWords(text);
  const telling = words.filter(({ word }) => !stopWords.has(word));
  return telling.length > 0 ? telling : words;
}
