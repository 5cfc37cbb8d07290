import type { Finding, SettledGrade } from '../../items/decidingItems.ts';
import type { Review } from '../../items/items.ts';

/** A finding as it stands in a delivered review, with the grade that counts. */
export interface Raised {
  readonly place: Finding['place'];
  readonly grade: SettledGrade['grade'];
  readonly text: string;
}

/** What the counted reviews found not met, review by review; a grade that a third person settled counts for both. */
export function raisedFindings(
  reviews: readonly Pick<Review, 'scores'>[],
  settled: readonly SettledGrade[] = [],
): Raised[] {
  return reviews.flatMap(({ scores }) =>
    scores.flatMap(({ offerId, criterion, finding }): Raised[] => {
      if (!finding) return [];
      const grade = settled.find((one) => one.offerId === offerId && one.criterion === criterion)?.grade;
      return [{ place: { offerId, criterion }, grade: grade ?? finding.grade, text: finding.text }];
    }),
  );
}

/** Whether a finding of a file is this one, as it was raised. */
export function isRaisedAs({ place, text }: Raised): (finding: Finding) => boolean {
  return (finding) =>
    finding.place.offerId === place.offerId &&
    finding.place.criterion === place.criterion &&
    finding.text === text;
}
