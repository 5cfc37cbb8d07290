import type { Entry } from '../../register/entry.ts';
import { marksOf } from '../../scoring/marks.ts';
import { scoreOf } from '../../scoring/score.ts';
import { cycleOf } from '../common/cycleOf.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import { settledOf } from '../file/reviewMarks.ts';

/** The settled points of each theme; null where the holder did not agree to show them. */
export function shownScores(
  file: Pick<FrozenFile, 'application' | 'snapshot' | 'published' | 'reviews'>,
): Entry['scores'] {
  const { scheme } = file.published;
  const { assessment, showScores } = file.snapshot.content;
  if (!showScores) return null;
  const settled = settledOf(scheme, file.application, file.reviews, file.snapshot);
  const marks = settled ?? marksOf(scheme, cycleOf(file.application), assessment);
  return scoreOf(scheme, 'organisation', marks.organisation).themes.flatMap(({ theme, points }) =>
    points === null ? [] : [{ theme, score: points }],
  );
}
