import type { FrozenFile } from '../../file/frozenFile.ts';
import { type ReviewedPlace, reviewedPlaces } from '../../file/settledPlaces.ts';

/** The criteria on which both reviewers raised a finding and gave it different grades. */
export function gradeConflicts(file: FrozenFile): ReviewedPlace[] {
  return (reviewedPlaces(file) ?? []).filter(
    ({ first, second }) => first.finding && second.finding && first.finding.grade !== second.finding.grade,
  );
}
