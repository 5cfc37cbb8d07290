import type { Level } from '../criteria/scheme.ts';
import type { Rating } from './agreement.ts';
import { krippendorffAlpha } from './krippendorffAlpha.ts';
import { weightedKappa } from './weightedKappa.ts';

/** What one person gave to one place of a file. */
export interface Given {
  readonly personId: string;
  readonly level: Rating;
}

/** One criterion of one file that two people scored, and the level that counts since. */
export interface ScoredPlace {
  readonly file: string;
  readonly criterion: string;
  readonly first: Given;
  readonly second: Given;
  readonly settled: Rating;
}

/** Below so many files, a line says more of chance than of anyone. */
export const enoughFiles = 10;

/** How far two people agree over places of any files, such as those of one criterion; kappa compares the first of each pair with the second. */
export function agreementOn(places: readonly ScoredPlace[]) {
  const pairs = places.map(({ first, second }) => [first.level, second.level] as const);
  const both = pairs.filter(([first, second]) => isLevel(first) && isLevel(second));
  const same = both.filter(([first, second]) => first === second).length;
  return {
    files: new Set(places.map(({ file }) => file)).size,
    /** Places to which both gave a level. */
    places: both.length,
    /** Share of those at which the levels are the same; null without any. */
    same: both.length === 0 ? null : same / both.length,
    kappa: weightedKappa(pairs),
    alpha: krippendorffAlpha(pairs),
  };
}

/** One person against whoever scored the same files; places that others scored are left out. */
export function agreementOf(personId: string, places: readonly ScoredPlace[]) {
  const own = placesOf(personId, places);
  return {
    ...agreementOn(own),
    // Levels above the others': below 0 is stricter than they are, above 0 more generous.
    towardsSettled: meanGap(own.map(({ first, settled }) => [first.level, settled])),
    towardsOther: meanGap(own.map(({ first, second }) => [first.level, second.level])),
  };
}

/** The places that a person scored, seen from their side: what they gave comes first. */
function placesOf(personId: string, places: readonly ScoredPlace[]): ScoredPlace[] {
  return places.flatMap((place): ScoredPlace[] => {
    if (place.first.personId === personId) return [place];
    return place.second.personId === personId ? [{ ...place, first: place.second, second: place.first }] : [];
  });
}

function meanGap(pairs: readonly (readonly [Rating, Rating])[]): number | null {
  const gaps = pairs.flatMap(([own, other]) => (isLevel(own) && isLevel(other) ? [own - other] : []));
  return gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

function isLevel(rating: Rating): rating is Level {
  return typeof rating === 'number';
}
