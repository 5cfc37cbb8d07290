import type { LevelFound } from '../../../scoring/level.ts';
import type { ReviewScore } from '../../items/items.ts';

/** A part that a score cannot be delivered without. */
export type Lack = 'level' | 'comment' | 'finding';

/**
 * What a score still lacks: a level, the comment where its level is not the one that the applicant claims, what is missing
 * where it raises a finding.
 */
export function lacksOf(
  claimed: LevelFound['level'],
  score: ReviewScore | null | undefined,
): readonly Lack[] {
  const level = score?.level ?? null;
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['level', level === null],
    ['comment', level !== null && level !== claimed && !score?.comment.trim()],
    ['finding', Boolean(score?.finding) && !score?.finding?.text.trim()],
  ];
  return lacks.flatMap(([lack, is]) => (is ? [lack] : []));
}
