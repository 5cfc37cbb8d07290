import type { Mark } from '../criteria/assessment.ts';
import type { Cycle, Level, Scheme, Scope } from '../criteria/scheme.ts';
import { candidatesOf, raiseTo, type Way, waysTo } from './raise.ts';
import { verdictOf } from './verdict.ts';

/** One thing that keeps the label away, and the nearest ways to close it, each sufficient for this gap. */
export type Gap =
  | {
      readonly kind: 'mandatory';
      readonly criterion: string;
      readonly level: Level | null;
      readonly required: Level;
      /** One way: the criterion at its required level; its points are those of the overall score. */
      readonly ways: readonly Way[];
    }
  | {
      readonly kind: 'floor';
      readonly theme: string;
      readonly points: number;
      readonly floor: number;
      readonly missing: number;
      /** Points of the raises are points of the theme. */
      readonly ways: readonly Way[];
    }
  | {
      readonly kind: 'overall';
      /** Null when nothing is applicable. */
      readonly points: number | null;
      readonly threshold: number;
      readonly missing: number;
      /** Points of the raises are points of the overall score. */
      readonly ways: readonly Way[];
    };

/**
 * What keeps an organisation, or one offer, from the label: mandatory criteria first, then theme floors, then the overall
 * threshold. Each gap is measured from the marks as they stand. Points are not rounded.
 */
export function gapsOf(scheme: Scheme, scope: Scope, cycle: Cycle, marks: readonly Mark[]): Gap[] {
  const verdict = verdictOf(scheme, scope, cycle, marks);
  const all = candidatesOf(scheme, scope, marks, verdict.score);
  const mandatory = verdict.mandatory.map((unmet): Gap => {
    const raises = all.filter((candidate) => candidate.criterion === unmet.criterion);
    return {
      kind: 'mandatory',
      ...unmet,
      ways: raises.map((candidate) => [raiseTo(candidate, unmet.required)]),
    };
  });
  const floors = verdict.floors.map(({ theme, points, floor }): Gap => {
    const missing = floor - points;
    const ways = waysTo(missing, candidatesOf(scheme, scope, marks, verdict.score, theme));
    return { kind: 'floor', theme, points, floor, missing, ways };
  });
  if (verdict.overallReached) return [...mandatory, ...floors];
  const { overall: points } = verdict.score;
  const { threshold } = verdict;
  const missing = threshold - (points ?? 0);
  return [
    ...mandatory,
    ...floors,
    { kind: 'overall', points, threshold, missing, ways: waysTo(missing, all) },
  ];
}
