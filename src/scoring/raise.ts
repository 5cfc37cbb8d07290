import type { Mark } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Level, Scheme, Scope } from '../criteria/scheme.ts';
import { levelsByCriterion } from './marks.ts';
import { reaches } from './reaches.ts';
import type { ScopeScore } from './score.ts';

/** Raises that close a gap together. */
export type Way = readonly ReturnType<typeof raiseTo>[];

/** A criterion that can still rise: its level, null when it has no mark yet, and the points of one more level. */
export type Candidate = ReturnType<typeof candidatesOf>[number];

/** Ways named for one gap. */
const waysNamed = 3;

/** What can still rise, `fixed` marks left out, with the points that one level adds to the theme (`theme` given) or to the overall score. */
export function candidatesOf(
  scheme: Scheme,
  scope: Scope,
  marks: readonly Mark[],
  score: ScopeScore,
  { theme, fixed = [] }: { readonly theme?: string; readonly fixed?: readonly Mark[] } = {},
) {
  const levels = levelsByCriterion(scheme, scope, marks);
  const counted = criteriaOf(scheme, scope).filter((rule) => levels.get(rule.id) !== 'na');
  return counted.flatMap((rule) => {
    const from = levels.get(rule.id) ?? null;
    if (from === 'na' || from === 4 || (theme !== undefined && rule.theme !== theme)) return [];
    if (fixed.some(({ criterion }) => criterion === rule.id)) return [];
    const inTheme = counted.filter((other) => other.theme === rule.theme);
    const weight = inTheme.reduce((sum, other) => sum + other.weight, 0);
    const share = score.themes.find((other) => other.theme === rule.theme)?.share ?? 0;
    const part = theme === undefined ? share : 1;
    return [{ criterion: rule.id, from, perLevel: (part * 100 * rule.weight) / (4 * weight) }];
  });
}

/** No mark stands at 0. */
function levelOfMark(candidate: Candidate): number {
  return candidate.from ?? 0;
}

/** The candidate brought to a level, with the points gained. */
export function raiseTo(candidate: Candidate, to: Level) {
  const { criterion, from, perLevel } = candidate;
  return { criterion, from, to, points: perLevel * (to - levelOfMark(candidate)) };
}

/** The higher a level, the harder to reach: 0 → 1 costs 1, 3 → 4 costs 4. */
function effortOf(way: Way): number {
  const upTo = (level: number): number => (level * (level + 1)) / 2;
  return way.reduce((sum, raise) => sum + upTo(raise.to) - upTo(raise.from ?? 0), 0);
}

/** The points that a way adds. */
function pointsOfWay(way: Way): number {
  return way.reduce((sum, raise) => sum + raise.points, 0);
}

function alone(candidate: Candidate, missing: number): Way[] {
  const levels = ([1, 2, 3, 4] as const).filter((level) => level > levelOfMark(candidate));
  const raises = levels.map((level) => raiseTo(candidate, level));
  return raises
    .filter((raise) => reaches(raise.points, missing))
    .map((raise) => [raise])
    .slice(0, 1);
}

/** Climbs one level at a time, each time where a level brings most for its effort, then steps back wherever it can. */
function together(candidates: readonly Candidate[], missing: number): Way[] {
  const climbed = new Map(candidates.map((candidate) => [candidate, levelOfMark(candidate)]));
  const climb = (candidate: Candidate, by: number): void => {
    climbed.set(candidate, (climbed.get(candidate) ?? 0) + by);
  };
  const way = (): Way =>
    [...climbed]
      .filter(([candidate, level]) => level > levelOfMark(candidate))
      .map(([candidate, level]) => raiseTo(candidate, level as Level));
  const enough = (): boolean => reaches(pointsOfWay(way()), missing);
  const value = ([candidate, level]: [Candidate, number]): number => candidate.perLevel / (level + 1);

  while (!enough()) {
    const [best] = [...climbed].filter(([, level]) => level < 4).sort((a, b) => value(b) - value(a));
    if (best === undefined) return [];
    climb(best[0], 1);
  }
  for (const candidate of climbed.keys()) {
    while ((climbed.get(candidate) ?? 0) > levelOfMark(candidate)) {
      climb(candidate, -1);
      if (enough()) continue;
      climb(candidate, 1);
      break;
    }
  }
  return [way()];
}

/**
 * The nearest ways to gain the missing points, easiest first and three at most: raises that suffice alone, and the best
 * set of raises that suffices together; none when even level 4 everywhere would not.
 */
export function waysTo(missing: number, candidates: readonly Candidate[]): Way[] {
  const single = candidates.flatMap((candidate) => alone(candidate, missing));
  const several = together(candidates, missing).filter((way) => way.length > 1);
  return [...single, ...several]
    .sort((a, b) => effortOf(a) - effortOf(b) || pointsOfWay(b) - pointsOfWay(a))
    .slice(0, waysNamed);
}
