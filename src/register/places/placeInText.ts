import { folded } from '../folded.ts';
import { sameTerms } from '../sameWords.ts';
import { distances, kilometresBetween } from './distance.ts';
import { type Place, places } from './places.ts';

type Distance = (typeof distances)[number];

/** A place that words name, and what else they say. */
export interface NamedPlace {
  readonly place: Place;
  /** The fields of a search that the place stands for. */
  readonly where: { readonly postcode: string } | { readonly place: string };
  /** The distance that people go, longer where a commune has postcodes farther away. */
  readonly within: Distance;
  /** The other words, without those that lead to the place, as "near". */
  readonly text: string;
}

/** How far people go who say where and not how far. */
export const usualDistance: Distance = '2';
/** Words of a place name at most. */
const maxWords = 7;
/** Words before a place that say nothing else, folded. */
const leading = new Set(
  [
    'a au aux autour d dans de des du en l la le les pres proche sur vers',
    'am bei der im in nahe um von zu',
    'al alla attorno da di presso vicino',
    'around at close from near to',
  ].flatMap((line) => line.split(' ')),
);

/** Places by postcode, name, commune, and postcode with name; the main one of each first. */
const byKey = new Map<string, Place[]>();
for (const place of places)
  for (const key of new Set(keysOf(place))) byKey.set(key, [...(byKey.get(key) ?? []), place]);

function keysOf({ postcode, name, commune }: Place): string[] {
  return [postcode, keyOf(name), keyOf(commune), keyOf(`${postcode} ${name}`)];
}

/** The place that a text names: of all that it may mean the longest name, of several the last; null for none, and for a text in quotes. */
export function placeInText(text: string): NamedPlace | null {
  if (/^["“”„«]/u.test(text)) return null;
  const words = wordsOf(text);
  for (let length = Math.min(maxWords, words.length); length > 0; length--)
    for (let from = words.length - length; from >= 0; from--) {
      const key = keyOf(
        words
          .slice(from, from + length)
          .map(([word]) => word)
          .join(' '),
      );
      const [place, ...others] = byKey.get(key) ?? [];
      if (!place) continue;
      const isPostcode = /^\d/.test(key);
      return {
        place,
        where: isPostcode ? { postcode: place.postcode } : { place: folded(nameIn(place, key)) },
        within: isPostcode ? usualDistance : reaching(place, others),
        text: textAround(text, words, from, length),
      };
    }
  return null;
}

/** Genf is Genève, and a commune is not the first of its localities. */
function nameIn({ name, commune }: Place, key: string): string {
  return keyOf(name) === key ? name : commune;
}

function reaching(place: Place, others: readonly Place[]): Distance {
  const farthest = Math.max(Number(usualDistance), ...others.map((other) => kilometresBetween(place, other)));
  return distances.find((distance) => Number(distance) >= farthest) ?? usualDistance;
}

function textAround(text: string, words: readonly RegExpExecArray[], from: number, length: number): string {
  let first = from;
  while (first > 0 && leading.has(folded(words[first - 1]?.[0] ?? ''))) first--;
  const last = words[from + length - 1];
  const before = text.slice(0, words[first]?.index);
  const after = text.slice((last?.index ?? 0) + (last?.[0].length ?? 0));
  return [before, after]
    .map((part) => part.replace(/^[\s,;]+|[\s,;]+$/gu, ''))
    .join(' ')
    .trim();
}

function wordsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
}

/** Every way to write a name has one key. */
function keyOf(name: string): string {
  return wordsOf(name)
    .map(([word]) => {
      const [first = '', ...others] = sameTerms(folded(word));
      return others.length > 0 ? first : folded(word);
    })
    .join(' ');
}
