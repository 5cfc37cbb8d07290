import { workingDaysBetween } from '../../../register/calendar.ts';
import { dayOf } from '../../../register/day.ts';
import type { ScoredPlace } from '../../../scoring/calibration.ts';
import { settledLevel } from '../../../scoring/settled.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { Application } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import type { DeliveredReview, EvaluatedFile } from '../../ports/reviewingPorts.ts';

/** Evaluations that are over, as calibration compares them. */
export type Evaluations = Awaited<ReturnType<typeof readEvaluations>>;

/** Reviews that are looked at, so that calibration costs the same after many years. */
export const newest = 1000;

/** States in which both reviews are open to each other and their divergences settled: earlier, nothing may be shown. */
const settledStates: readonly Application['state'][] = [
  'correction',
  'verification',
  'recommendation',
  'deliberation',
  'decided',
  'agreement',
  'granted',
  'refused',
  'appealed',
  'closed',
  'withdrawn',
  'lapsed',
];

/**
 * The newest evaluations, of everyone or of one person, in files that the store shows. It reads up to `newest` delivered
 * reviews along their state (or their person), for one person the reviews beside them by their file, then those files by
 * their ids, and the lines of the journal of those reviews by their chains.
 */
export async function readEvaluations({ store }: Pick<Deps, 'store'>, personId?: string) {
  const delivered = await store.deliveredReviews(newest, personId);
  const ids = [...new Set(delivered.map(({ applicationId }) => applicationId))];
  const reviews = personId === undefined ? delivered : await store.deliveredReviewsOf(ids);
  const byId = new Map(reviews.map((review) => [review.id, review]));
  const files = await store.evaluatedFiles(ids, settledStates);
  const pairs = files.flatMap((file) => pairOf(file, byId));
  const counted = pairs.flatMap(({ first, second }) => [first, second]);
  return { places: pairs.flatMap(placesOf), days: await daysOf({ store }, counted) };
}

/** The two reviews that count for a file, in the order of its reviewers. */
function pairOf(file: EvaluatedFile, byId: ReadonlyMap<string, DeliveredReview>) {
  const [first, second] = file.context.reviewers.flatMap(({ reviewId }) => byId.get(reviewId) ?? []);
  return first && second ? [{ file, first, second }] : [];
}

function placesOf({ file, first, second }: ReturnType<typeof pairOf>[number]): ScoredPlace[] {
  const keyOf = ({ offerId, criterion }: CriterionPlace) => `${offerId} ${criterion}`;
  const others = new Map(second.levels.map((given) => [keyOf(given), given.level]));
  const settled = new Map(file.settled.map((given) => [keyOf(given), given.level]));
  return first.levels.map((given) => {
    const other = others.get(keyOf(given)) ?? null;
    return {
      file: file.id,
      criterion: given.criterion,
      first: { personId: first.personId, level: given.level },
      second: { personId: second.personId, level: other },
      settled: settled.get(keyOf(given)) ?? settledLevel(given.level, other),
    };
  });
}

/** Working days from the acceptance to the delivery of each review, by person. */
async function daysOf({ store }: Pick<Deps, 'store'>, reviews: readonly DeliveredReview[]) {
  const times = await store.reviewTimes(reviews.map(({ id }) => id));
  const days = new Map<string, number[]>();
  for (const { id, personId } of reviews) {
    const at = times.get(id);
    if (!at) continue;
    const took = workingDaysBetween(dayOf(at.acceptedAt), dayOf(at.deliveredAt));
    days.set(personId, [...(days.get(personId) ?? []), took]);
  }
  return days;
}
