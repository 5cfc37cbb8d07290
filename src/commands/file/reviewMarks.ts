import type { Marks } from '../../criteria/assessment.ts';
import { factsAt } from '../../criteria/figuresAt.ts';
import { mayBeNotApplicable } from '../../criteria/notApplicable.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { Scheme } from '../../criteria/scheme.ts';
import { divergencesOf } from '../../scoring/divergence.ts';
import { levelsByCriterion, marksOf } from '../../scoring/marks.ts';
import { settledMarks } from '../../scoring/settled.ts';
import { fileVerdictOf } from '../../scoring/verdict.ts';
import { cycleOf, cycleOfCopy } from '../common/schemeOf.ts';
import type { CriterionPlace } from '../items/assessmentItems.ts';
import type { Application, Review, ReviewScore, Score, Snapshot } from '../items/items.ts';
import type { FrozenFile } from './frozenFile.ts';

/** The marks that a reviewer, or the moderator, gave. */
export function marksOfScores(scores: readonly ReviewScore[], offers: readonly { readonly id: string }[]) {
  const of = (offerId: string) =>
    scores.flatMap(({ criterion, level, ...score }) =>
      score.offerId === offerId && level !== null ? [{ criterion, level }] : [],
    );
  return { organisation: of(''), offers: offers.map(({ id }) => ({ offerId: id, marks: of(id) })) };
}

/** What the applicant claims in a frozen file, criterion by criterion, in the order of the scheme. */
export function claimsOf(
  scheme: Scheme,
  snapshot: { readonly content: Pick<Snapshot['content'], 'assessment' | 'offers' | 'earlier'> },
): Omit<Score, 'comment'>[] {
  const marks = marksOf(scheme, cycleOfCopy(snapshot.content), snapshot.content.assessment);
  const offers = snapshot.content.offers.map(({ id }) => ({
    offerId: id,
    scope: 'offer' as const,
    marks: marks.offers.find((offer) => offer.offerId === id)?.marks ?? [],
  }));
  return [{ offerId: '', scope: 'organisation' as const, marks: marks.organisation }, ...offers].flatMap(
    (part) =>
      [...levelsByCriterion(scheme, part.scope, part.marks)].flatMap(([criterion, level]) =>
        level === null ? [] : [{ offerId: part.offerId, criterion, level }],
      ),
  );
}

/** The score given at one place, if any. */
export function scoreAt<Given extends ReviewScore>(
  scores: readonly Given[],
  { offerId, criterion }: CriterionPlace,
): Given | undefined {
  return scores.find((score) => score.offerId === offerId && score.criterion === criterion);
}

/** The reviews that count for a file, in the order of its reviewers. */
export function countedReviews(application: Application, reviews: readonly Review[]): Review[] {
  return application.context.reviewers.flatMap(
    ({ reviewId }) => reviews.find((review) => review.id === reviewId) ?? [],
  );
}

/**
 * The settled levels of a file: the lower of two, or what the moderator settled. Null while a review is missing. "Not
 * applicable" counts no more where figures that came later contradict it.
 */
export function settledOf(
  scheme: Scheme,
  application: Application,
  reviews: readonly Review[],
  snapshot: Snapshot,
): Marks | null {
  const [first, second] = countedReviews(application, reviews);
  if (first?.state !== 'delivered' || second?.state !== 'delivered') return null;
  const cycle = cycleOf(application);
  const stands = ({ offerId, criterion, level }: ReviewScore): boolean => {
    const rule = scheme.criteria.find(({ id }) => id === criterion);
    if (level !== 'na' || !rule) return true;
    return mayBeNotApplicable(rule, factsAt(snapshot.content.assessment, offerId), cycle);
  };
  const marks = (scores: readonly ReviewScore[]) =>
    marksOfScores(scores.filter(stands), snapshot.content.offers);
  const [one, other] = [marks(first.scores), marks(second.scores)];
  if (!isSettled(scheme, application, one, other)) return null;
  return settledMarks(scheme, one, other, marks(application.moderation));
}

/** States in which scores are still to come, or two that diverge are still to be settled. */
const open: readonly Application['state'][] = [
  'draft',
  'screening',
  'assignment',
  'evaluation',
  'moderation',
];
/** States that a file can reach from those as it is. */
const leftOff: readonly Application['state'][] = ['withdrawn', 'lapsed'];

/**
 * Whether the levels of a file count, given the marks of its two reviews: before that nothing of it is shown as settled, and
 * nothing follows from it. A file that ended while the two diverged never was.
 */
function isSettled(scheme: Scheme, application: Application, first: Marks, second: Marks): boolean {
  const { state, context } = application;
  if (open.includes(state)) return false;
  if (!leftOff.includes(state) || context.moderatedBy !== null) return true;
  return divergencesOf(scheme, cycleOf(application), first, second).length === 0;
}

/** Offers that may bear the label at the settled levels, in the file's order; none while the organisation does not pass. */
export function labelledOffers({ application, published, snapshot, reviews }: FrozenFile): readonly Offer[] {
  const settled = settledOf(published.scheme, application, reviews, snapshot);
  const ids = settled ? fileVerdictOf(published.scheme, cycleOf(application), settled).labelledOffers : [];
  return snapshot.content.offers.filter(({ id }) => ids.includes(id));
}
