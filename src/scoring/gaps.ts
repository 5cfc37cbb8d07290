import type { Mark } from '../criteria/assessment.ts';
import type { Cycle, Scheme, Scope } from '../criteria/scheme.ts';
import { candidatesOf, raiseTo, type Way, waysTo } from './raise.ts';
import { verdictOf } from './verdict.ts';

/** One thing that keeps the label away, and the nearest ways to close it, each sufficient for this gap. */
export type Gap = ReturnType<typeof gapsOf>[number];

/**
 * What keeps an organisation, or one offer, from the label: mandatory criteria first, then theme floors, then the overall
 * threshold. Each gap is measured from the marks as they stand; no way raises one of the `fixed`. Points are not rounded.
 */
export function gapsOf(
  scheme: Scheme,
  scope: Scope,
  cycle: Cycle,
  marks: readonly Mark[],
  fixed: readonly Mark[] = [],
) {
  const verdict = verdictOf(scheme, scope, cycle, marks);
  const all = candidatesOf(scheme, scope, marks, verdict.score, { fixed });
  const mandatory = verdict.mandatory.map((unmet) => {
    const raises = all.filter((candidate) => candidate.criterion === unmet.criterion);
    // One way, with points of the overall score.
    const ways = raises.map((candidate): Way => [raiseTo(candidate, unmet.required)]);
    return { kind: 'mandatory' as const, ...unmet, ways };
  });
  const floors = verdict.floors.map(({ theme, points, floor }) => {
    const missing = floor - points;
    // Points of the theme.
    const ways = waysTo(missing, candidatesOf(scheme, scope, marks, verdict.score, { theme, fixed }));
    return { kind: 'floor' as const, theme, points, floor, missing, ways };
  });
  if (verdict.overallReached) return [...mandatory, ...floors];
  // Null when nothing is applicable.
  const { overall: points } = verdict.score;
  const { threshold } = verdict;
  const missing = threshold - (points ?? 0);
  const overall = { kind: 'overall' as const, points, threshold, missing, ways: waysTo(missing, all) };
  return [...mandatory, ...floors, overall];
}
