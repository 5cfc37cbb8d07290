import { type Divergence, divergencesOf } from '../../../scoring/divergence.ts';
import { cycleOf } from '../../common/schemeOf.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import { countedReviews, marksOfScores } from '../../file/reviewMarks.ts';
import { lowerOf, type ReviewedPlace, reviewedPlaces } from '../../file/settledPlaces.ts';

/** A place that the third person settles, and why the two reviews diverge there. */
export type DivergingPlace = ReturnType<typeof divergingPlaces>[number];

/** Where they diverge; of a theme that is too far apart as a whole, every criterion on which they differ. */
export function divergingPlaces(file: FrozenFile) {
  const { scheme } = file.published;
  const [first, second] = countedReviews(file.application, file.reviews).map(({ scores }) =>
    marksOfScores(scores, file.snapshot.content.offers),
  );
  const divergences = first && second ? divergencesOf(scheme, cycleOf(file.application), first, second) : [];
  return (reviewedPlaces(file) ?? []).flatMap((place) => {
    const here = divergences.filter((d) => (d.offerId ?? '') === place.offerId && concerns(d, place));
    // The lower level of the two.
    const lower = lowerOf(place);
    return here.length === 0 || lower === null
      ? []
      : [{ ...place, lower, why: here.map(({ kind }) => kind) }];
  });
}

function concerns(divergence: Divergence, { criterion, first, second }: ReviewedPlace): boolean {
  return divergence.kind === 'theme'
    ? divergence.theme === criterion.theme && first.level !== second.level
    : divergence.criterion === criterion.id;
}

/** The criteria on which both reviewers raised a finding and gave it different grades. */
export function gradeConflicts(file: FrozenFile): ReviewedPlace[] {
  return (reviewedPlaces(file) ?? []).filter(
    ({ first, second }) => first.finding && second.finding && first.finding.grade !== second.finding.grade,
  );
}
