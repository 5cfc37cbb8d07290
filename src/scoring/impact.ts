import type { Answer, Assessment, Mark, Marks } from '../criteria/assessment.ts';
import { carryOver } from '../criteria/carryOver.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Criterion, Cycle, Scheme, Scope } from '../criteria/scheme.ts';
import { marksOf, marksOfOffer } from './marks.ts';
import { verdictOf } from './verdict.ts';

/** What keeps an organisation (`offerId` empty) or an offer from passing: a criterion, a theme or the threshold (`id` empty). */
export interface Obstacle {
  readonly offerId: string;
  readonly kind: 'mandatory' | 'floor' | 'overall';
  readonly id: string;
}

/** What other rules mean for a file. */
export type Impact = ReturnType<typeof impactOf>;

/** What a file claims, with the levels that count in the place of those that were claimed. */
export function withLevels(assessment: Assessment, marks: Marks): Assessment {
  return {
    ...assessment,
    answers: leveled(assessment.answers, marks.organisation),
    offers: assessment.offers.map((offer) => ({
      ...offer,
      answers: leveled(offer.answers, marksOfOffer(marks, offer.offerId)),
    })),
  };
}

function leveled(answers: readonly Answer[], marks: readonly Mark[]): Answer[] {
  return marks.map(({ criterion, level }) => {
    const answer = answers.find((one) => one.criterion === criterion);
    const given = level === 'na' ? { level: null, na: true } : { level, na: false };
    return { criterion, evidence: '', comment: '', ...answer, ...given };
  });
}

/**
 * What changes for a file when it is judged by a later version instead of its own, in the same cycle: what it would fail on that it
 * does not fail on now, and the criteria that nobody has answered yet. Those count neither for nor against it.
 */
export function impactOf(before: Scheme, after: Scheme, assessment: Assessment, cycle: Cycle) {
  const { assessment: carried, retired } = carryOver(before, after, assessment, cycle);
  const now = judged(before, cycle, assessment);
  const then = judged(after, cycle, carried);
  const known = new Set(now.obstacles.map(keyOf));
  const isOpen = new Set(now.missing.map(({ offerId, criterion }) => `${offerId} ${criterion}`));
  return {
    lost: then.obstacles.filter((obstacle) => !known.has(keyOf(obstacle))),
    toAnswer: then.missing.filter(({ offerId, criterion }) => !isOpen.has(`${offerId} ${criterion}`)),
    retired,
  };
}

function keyOf({ offerId, kind, id }: Obstacle): string {
  return `${offerId} ${kind} ${id}`;
}

function judged(scheme: Scheme, cycle: Cycle, assessment: Assessment) {
  const marks = marksOf(scheme, cycle, assessment);
  const parts = [
    judgedPart(scheme, cycle, '', 'organisation', marks.organisation),
    ...marks.offers.map(({ offerId, marks: own }) => judgedPart(scheme, cycle, offerId, 'offer', own)),
  ];
  return {
    obstacles: parts.flatMap(({ obstacles }) => obstacles),
    missing: parts.flatMap(({ missing }) => missing),
  };
}

function judgedPart(scheme: Scheme, cycle: Cycle, offerId: string, scope: Scope, marks: readonly Mark[]) {
  const answered = new Set(marks.map(({ criterion }) => criterion));
  const isAnswered = ({ id }: Criterion) => answered.has(id);
  // A criterion without a mark would count as level 0.
  const asked = { ...scheme, criteria: scheme.criteria.filter(isAnswered) };
  const { mandatory, floors, score, overallReached } = verdictOf(asked, scope, cycle, marks);
  const overall = score.overall !== null && !overallReached;
  return {
    obstacles: [
      ...mandatory.map(({ criterion }): Obstacle => ({ offerId, kind: 'mandatory', id: criterion })),
      ...floors.map(({ theme }): Obstacle => ({ offerId, kind: 'floor', id: theme })),
      ...(overall ? [{ offerId, kind: 'overall', id: '' } as const] : []),
    ],
    missing: criteriaOf(scheme, scope)
      .filter((criterion) => !isAnswered(criterion))
      .map(({ id }) => ({ offerId, criterion: id })),
  };
}
