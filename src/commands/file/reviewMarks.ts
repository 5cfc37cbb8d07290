import type { Mark, Marks } from '../../criteria/assessment.ts';
import { factsAt } from '../../criteria/figuresAt.ts';
import { mayBeNotApplicable } from '../../criteria/notApplicable.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { Scheme, Scope } from '../../criteria/scheme.ts';
import { divergencesOf } from '../../scoring/divergence.ts';
import { levelsByCriterion, marksOf, marksOfOffer, withCarried } from '../../scoring/marks.ts';
import { settledMarks } from '../../scoring/settled.ts';
import { fileVerdictOf } from '../../scoring/verdict.ts';
import { cycleOfCopy } from '../common/schemeOf.ts';
import { type CriterionPlace, isSamePlace } from '../items/assessmentItems.ts';
import type { Application, Review, ReviewScore, Score, Snapshot } from '../items/items.ts';
import type { FrozenFile } from './frozenFile.ts';

/** The marks that a reviewer, or the moderator, gave. */
function marksOfScores(scores: readonly ReviewScore[], offers: readonly { readonly id: string }[]) {
  const of = (offerId: string) =>
    scores.flatMap(({ criterion, level, ...score }) =>
      score.offerId === offerId && level !== null ? [{ criterion, level }] : [],
    );
  return { organisation: of(''), offers: offers.map(({ id }) => ({ offerId: id, marks: of(id) })) };
}

type Claimed = Pick<Snapshot['content'], 'assessment' | 'offers' | 'earlier' | 'ofLabel'>;

/** What the applicant claims in a frozen file, criterion by criterion, in the order of the scheme, which holds what the file asks for. */
export function claimsOf(scheme: Scheme, content: Claimed): Omit<Score, 'comment'>[] {
  const marks = marksOf(scheme, cycleOfCopy(content), content.assessment);
  const claimed = (offerId: string, scope: Scope, own: readonly Mark[]) =>
    [...levelsByCriterion(scheme, scope, own)].flatMap(([criterion, level]) =>
      level === null ? [] : [{ offerId, criterion, level }],
    );
  return [
    ...claimed('', 'organisation', marks.organisation),
    ...content.offers.flatMap(({ id }) => claimed(id, 'offer', marksOfOffer(marks, id))),
  ];
}

/** The score given at one place, if any. */
export function scoreAt<Given extends ReviewScore>(scores: readonly Given[], place: CriterionPlace) {
  return scores.find((score) => isSamePlace(score, place));
}

/** The marks of two people side by side, each with what the file carries over from its label. */
export function marksToCompare(
  { snapshot }: Pick<FrozenFile, 'snapshot'>,
  reviews: readonly (readonly ReviewScore[])[],
): Marks[] {
  const { offers, assessment } = snapshot.content;
  return reviews.map((scores) => withCarried(marksOfScores(scores, offers), assessment.carried));
}

/** The reviews that count for a file, in the order of its reviewers. */
export function countedReviews(application: Application, reviews: readonly Review[]): Review[] {
  return application.context.reviewers.flatMap(
    ({ reviewId }) => reviews.find((review) => review.id === reviewId) ?? [],
  );
}

/**
 * The settled levels of a file: the lower of two, or what the moderator settled, with what it carries over from its label. Null while a review is missing. "Not
 * applicable" no longer counts where figures that came later contradict it.
 */
export function settledOf({ application, published, reviews, snapshot }: Omit<FrozenFile, 'evidence'>) {
  const { whole } = published;
  const [first, second] = countedReviews(application, reviews);
  if (first?.state !== 'delivered' || second?.state !== 'delivered') return null;
  const cycle = cycleOfCopy(snapshot.content);
  const stands = ({ offerId, criterion, level }: ReviewScore): boolean => {
    const rule = whole.criteria.find(({ id }) => id === criterion);
    if (level !== 'na' || !rule) return true;
    return mayBeNotApplicable(rule, factsAt(snapshot.content.assessment, offerId), cycle);
  };
  const standing = [first.scores, second.scores].map((scores) => scores.filter(stands));
  const [one, other] = marksToCompare({ snapshot }, standing);
  if (!one || !other || !isSettled({ application, published, snapshot }, one, other)) return null;
  const moderated = marksOfScores(application.moderation.filter(stands), snapshot.content.offers);
  return settledMarks(whole, one, other, moderated);
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
function isSettled(
  { application, published, snapshot }: Pick<FrozenFile, 'application' | 'published' | 'snapshot'>,
  first: Marks,
  second: Marks,
): boolean {
  const { state, context } = application;
  if (open.includes(state)) return false;
  if (!leftOff.includes(state) || context.moderatedBy !== null) return true;
  return divergencesOf(published.whole, cycleOfCopy(snapshot.content), first, second).length === 0;
}

/** Offers that may bear the label at the settled levels, in the file's order; none while the organisation does not pass. */
export function labelledOffers(file: FrozenFile): readonly Offer[] {
  const settled = settledOf(file);
  const { content } = file.snapshot;
  const ids = settled
    ? fileVerdictOf(file.published.whole, cycleOfCopy(content), settled).labelledOffers
    : [];
  return content.offers.filter(({ id }) => ids.includes(id));
}

/** Offers that a granted reconsideration takes off its label, because they do not pass any more; none of any other file. */
export function lostOffers(file: FrozenFile): readonly Offer[] {
  const { kind, outcome } = file.application.context;
  if (kind !== 'reconsideration' || outcome === null || outcome === 'refused') return [];
  return failedOffers(file);
}

/** Whether its grant makes a certificate: that of a reconsideration does where it takes offers off its label. */
export function makesCertificate(file: FrozenFile): boolean {
  const { kind } = file.application.context;
  return labelledOffers(file).length > 0 && (kind !== 'reconsideration' || failedOffers(file).length > 0);
}

/** Offers of a file that may not bear the label at the settled levels; none before there are any. */
export function failedOffers(file: FrozenFile): readonly Offer[] {
  if (!settledOf(file)) return [];
  const passing = labelledOffers(file);
  return file.snapshot.content.offers.filter((offer) => !passing.includes(offer));
}
