import type { Level } from '../../criteria/scheme.ts';
import { settledLevel } from '../../scoring/settled.ts';
import type { Score } from '../items.ts';
import { type FilePlace, filePlaces } from '../screening/filePlaces.ts';
import type { FrozenFile } from '../screening/frozenFile.ts';
import { countedReviews, scoreAt } from './reviewMarks.ts';
import { type ToldScore, toldScore } from './toldScore.ts';

/** One criterion of a file with what both reviewers found, what was settled by a third person, and the level that counts. */
export interface SettledPlace extends FilePlace {
  readonly first: ToldScore;
  readonly second: ToldScore;
  readonly moderated: Score | null;
  readonly settled: Level | 'na';
}

/** The places of a file whose two reviews are delivered; null while one is missing. */
export function settledPlaces(file: FrozenFile): SettledPlace[] | null {
  const [first, second] = countedReviews(file.application, file.reviews);
  if (first?.state !== 'delivered' || second?.state !== 'delivered') return null;
  return filePlaces(file).flatMap((place): SettledPlace[] => {
    const at = { offerId: place.offerId, criterion: place.criterion.id };
    const one = toldScore(scoreAt(first.scores, at));
    const other = toldScore(scoreAt(second.scores, at));
    const moderated = scoreAt(file.application.moderation, at) ?? null;
    if (!one || !other) return [];
    const settled = moderated?.level ?? settledLevel(one.level, other.level);
    return settled === null ? [] : [{ ...place, first: one, second: other, moderated, settled }];
  });
}
