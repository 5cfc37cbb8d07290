import { type Divergence, divergencesOf } from '../../../scoring/divergence.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import { countedReviews, marksToCompare } from '../../file/reviewMarks.ts';
import { lowerOf, type ReviewedPlace, reviewedPlaces } from '../../file/settledPlaces.ts';
import type { Review } from '../../items/items.ts';

/** Where the two reviews of a file diverge; nowhere while one is missing. */
export function divergencesIn({ published, snapshot }: FrozenFile, reviews: readonly Review[]) {
  const scores = reviews.map((review) => review.scores);
  const [first, second] = marksToCompare({ snapshot }, scores);
  if (!first || !second) return [];
  return divergencesOf(published.whole, cycleOfCopy(snapshot.content), first, second);
}

/** A place that the third person settles, and why the two reviews diverge there. */
export type DivergingPlace = ReturnType<typeof divergingPlaces>[number];

/** The places where they diverge; of a theme that is too far apart as a whole, every criterion on which they differ. */
export function divergingPlaces(file: FrozenFile) {
  const divergences = divergencesIn(file, countedReviews(file.application, file.reviews));
  return (reviewedPlaces(file) ?? []).flatMap((place) => {
    const here = divergences.filter((d) => (d.offerId ?? '') === place.offerId && concerns(d, place));
    const lower = lowerOf(place);
    if (here.length === 0 || lower === null) return [];
    return [{ ...place, lower, why: here.map(({ kind }) => kind) }];
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
