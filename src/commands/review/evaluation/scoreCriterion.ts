import { faultOfNa } from '../../../criteria/notApplicable.ts';
import { invalid, refuseFor } from '../../../errors.ts';
import { holding } from '../../../holding.ts';
import type { LevelFound } from '../../../scoring/level.ts';
import { actorOn, requireDuty } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { type FilePlace, filePlaces } from '../../file/filePlaces.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { scoreAt } from '../../file/reviewMarks.ts';
import { reviewStage } from '../../file/reviewStage.ts';
import { isSamePlace } from '../../items/assessmentItems.ts';
import type { ReviewScore } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownReview } from './answerInvitation.ts';

type Input = { readonly reviewId: string; readonly score: ReviewScore; readonly before?: ReviewScore | null };

/**
 * Saves a reviewer's own score of one criterion at once, in the place of `before` (what is there, when it is not given). It can
 * be half filled, and change until the review is delivered: `refused` as `reviewLocked` from then on.
 */
export async function scoreCriterion(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { score } = input;
  const review = await ownReview(deps, asker, input.reviewId);
  refuseFor({ reviewLocked: review.state === 'delivered' });
  const { application, published, snapshot } = await frozenFile(deps, review.context.applicationId);
  requireVisible(reviewStage(review, application) === 'scoring');
  requireDuty(await actorOn(deps, asker, application), application.id, 'review.score');
  const places = filePlaces({ published, snapshot });
  requireNa(requireVisible(places.find(({ at }) => isSamePlace(at, score))), score);
  const before = input.before === undefined ? (scoreAt(review.scores, score) ?? null) : input.before;
  const whole = { ...score, note: score.note ?? '', finding: score.finding ?? null };
  await deps.store.saveScore(review.id, whole, before, traceOf(deps, asker, review.organisationId));
}

/** Refuses "not applicable" where the rule, or a figure of the frozen file, contradicts it. */
export function requireNa({ na }: Pick<FilePlace, 'na'>, { level }: Pick<ReviewScore, 'level'>): void {
  const code = level === 'na' ? faultOfNa(na) : null;
  if (code !== null) throw invalid('level', code);
}

/**
 * What a score still lacks: a level, the comment where its level is not the one that the applicant claims, what is missing
 * where it raises a finding.
 */
export function lacksOf(claimed: LevelFound['level'], score: ReviewScore | null | undefined) {
  const level = score?.level ?? null;
  return holding({
    level: level === null,
    comment: level !== null && level !== claimed && !score?.comment.trim(),
    finding: score?.finding?.text.trim() === '',
  });
}
