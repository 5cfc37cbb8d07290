import { settledLevel } from '../../scoring/settled.ts';
import type { Score } from '../items/items.ts';
import { type FilePlace, filePlaces } from './filePlaces.ts';
import type { FrozenFile } from './frozenFile.ts';
import { countedReviews, scoreAt, settledOf } from './reviewMarks.ts';
import { type SharedScore, sharedScore } from './sharedScore.ts';

/** One criterion of a file with what both reviewers found, and what a third person settled. */
export interface ReviewedPlace extends FilePlace {
  readonly first: SharedScore;
  readonly second: SharedScore;
  readonly moderated: Score | null;
}

/** The same with the level that counts. */
export type SettledPlace = NonNullable<ReturnType<typeof settledPlaces>>[number];

/** The places of a file whose two reviews are delivered; null while one is missing. */
export function reviewedPlaces(file: FrozenFile): ReviewedPlace[] | null {
  const [first, second] = countedReviews(file.application, file.reviews);
  if (first?.state !== 'delivered' || second?.state !== 'delivered') return null;
  return filePlaces(file).flatMap((place): ReviewedPlace[] => {
    const one = sharedScore(scoreAt(first.scores, place.at));
    const other = sharedScore(scoreAt(second.scores, place.at));
    const moderated = scoreAt(file.application.moderation, place.at) ?? null;
    return one && other ? [{ ...place, first: one, second: other, moderated }] : [];
  });
}

/** The places of a file with the levels that count; null while a review is missing or the two are still to be settled. */
export function settledPlaces(file: FrozenFile) {
  if (settledOf(file) === null) return null;
  return (reviewedPlaces(file) ?? []).flatMap((place) => {
    const settled = place.moderated?.level ?? lowerOf(place);
    return settled === null ? [] : [{ ...place, settled }];
  });
}

/** The lower level of the two reviews, which counts where nobody settles another; null where one has none. */
export function lowerOf({ first, second }: ReviewedPlace) {
  return settledLevel(first.level, second.level);
}
