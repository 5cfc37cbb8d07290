import type { Facts, Mark, Marks } from '../criteria/assessment.ts';
import { factsOfScope, isNumeric } from '../criteria/figures.ts';
import type { Cycle, Scheme, Scope } from '../criteria/scheme.ts';
import { isCarried, levelsByCriterion, marksOfOffer, noMarks } from './marks.ts';
import { reaches } from './reaches.ts';
import { scoreOf } from './score.ts';
import { goalsOf } from './verdict.ts';

/** One thing that makes a visit or a call compulsory, with the numbers behind it. */
export type Trigger = ReturnType<typeof triggersOf>[number];

/** What the triggers look at. Before a review there is no `reviewed`; then the claimed marks are looked at. */
export interface TriggerInput {
  readonly cycle: Cycle;
  readonly claimed: Marks;
  readonly reviewed?: Marks;
  /** Marks among those that nobody claimed or reviewed here. */
  readonly carried?: Marks;
  readonly facts: Facts;
  /** The organisation's figures of a year before. */
  readonly factsBefore?: Facts;
  /** The file's ticket in the draw, from 0 up to but not including 1; drawn when below the drawn share. */
  readonly ticket?: number;
}

function nearThreshold(scheme: Scheme, cycle: Cycle, marks: Marks) {
  const { overall } = scoreOf(scheme, 'organisation', marks.organisation);
  const threshold = goalsOf(scheme, 'organisation', cycle).overall;
  if (overall === null || !reaches(overall, threshold)) return [];
  return reaches(overall - threshold, scheme.reviewTriggers.pointsAboveThreshold)
    ? []
    : [{ kind: 'nearThreshold' as const, overall, threshold }];
}

function selfReview(scheme: Scheme, claimed: Marks, reviewed: Marks, carried: Marks) {
  const compare = (scope: Scope, first: readonly Mark[], second: readonly Mark[], offerId = '') => {
    const other = levelsByCriterion(scheme, scope, second);
    const pairs = [...levelsByCriterion(scheme, scope, first)];
    return pairs
      .filter(([id]) => !isCarried({ carried }, offerId, id) && (other.get(id) ?? null) !== null)
      .map(([criterion, level]) => [criterion, level !== other.get(criterion)] as const);
  };
  const pairs = [
    ...compare('organisation', claimed.organisation, reviewed.organisation),
    ...reviewed.offers.flatMap(({ offerId, marks }) =>
      compare('offer', marksOfOffer(claimed, offerId), marks, offerId),
    ),
  ];
  const apart = pairs.filter(([, differs]) => differs).map(([criterion]) => criterion);
  const share = pairs.length === 0 ? 0 : apart.length / pairs.length;
  return apart.length > 0 && reaches(share, scheme.reviewTriggers.selfReviewShare)
    ? [{ kind: 'selfReview' as const, share, criteria: [...new Set(apart)] }]
    : [];
}

function themeGap(scheme: Scheme, marks: Marks) {
  const themes = scoreOf(scheme, 'organisation', marks.organisation).themes.flatMap(({ theme, points }) =>
    points === null ? [] : [{ theme, points }],
  );
  // Sorting is stable: of equal themes, the first one is told.
  const [low] = themes.toSorted((a, b) => a.points - b.points);
  const [high] = themes.toSorted((a, b) => b.points - a.points);
  if (!low || !high) return [];
  const gap = high.points - low.points;
  return reaches(gap, scheme.reviewTriggers.themeGap)
    ? [{ kind: 'themeGap' as const, high: high.theme, low: low.theme, gap }]
    : [];
}

function factChanges(scheme: Scheme, facts: Facts, earlier: Facts) {
  return factsOfScope(scheme, 'organisation')
    .filter(isNumeric)
    .flatMap(({ id }) => {
      const before = earlier[id];
      const after = facts[id];
      if (typeof before !== 'number' || typeof after !== 'number') return [];
      const change = after === before ? 0 : Math.abs((after - before) / before);
      // "More than": exactly the allowed change is no trigger.
      return reaches(scheme.reviewTriggers.factChange, change)
        ? []
        : [{ kind: 'factChange' as const, fact: id, before, after }];
    });
}

/** Every trigger that holds for a file, in the order of the scheme; empty when a review on paper is enough. */
export function triggersOf(scheme: Scheme, input: TriggerInput) {
  const { carried = noMarks } = input;
  const marks = input.reviewed ?? input.claimed;
  // Of an organisation that is not looked at, points say nothing new.
  const looksAt = marks.organisation.length > carried.organisation.length;
  const drawn = input.ticket !== undefined && input.ticket < scheme.reviewTriggers.drawnShare;
  return [
    ...(looksAt ? nearThreshold(scheme, input.cycle, marks) : []),
    ...(input.reviewed === undefined ? [] : selfReview(scheme, input.claimed, input.reviewed, carried)),
    ...(looksAt ? themeGap(scheme, marks) : []),
    ...(input.factsBefore === undefined ? [] : factChanges(scheme, input.facts, input.factsBefore)),
    ...(drawn ? [{ kind: 'drawn' as const }] : []),
  ];
}
