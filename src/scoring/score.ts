import type { Mark } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Scheme, Scope, Theme } from '../criteria/scheme.ts';
import { levelsByCriterion } from './marks.ts';

/** Points of one scope, from 0 to 100 and not rounded; null when nothing is applicable. */
export type ScopeScore = ReturnType<typeof scoreOf>;

function pointsOf(scheme: Scheme, theme: Theme, marks: readonly Mark[]) {
  const levels = levelsByCriterion(scheme, theme.scope, marks);
  const rules = criteriaOf(scheme, theme.scope).filter((rule) => rule.theme === theme.id);
  const counted = rules.filter((rule) => levels.get(rule.id) !== 'na');
  const weight = counted.reduce((sum, rule) => sum + rule.weight, 0);
  const earned = counted.reduce((sum, rule) => sum + rule.weight * Number(levels.get(rule.id) ?? 0), 0);
  return {
    theme: theme.id,
    /** Null when every criterion of it is not applicable. */
    points: weight === 0 ? null : (100 * earned) / (4 * weight),
    criteria: rules.length,
    /** Criteria with a mark, "not applicable" included. */
    marked: rules.filter((rule) => levels.get(rule.id) !== null).length,
    na: rules.length - counted.length,
  };
}

/**
 * Scores of the organisation or of one offer: theme = 100 × Σ(weight × level/4) / Σ weight, overall = mean of the themes
 * by weight. "Not applicable" leaves the calculation; a criterion without a mark counts as level 0.
 */
export function scoreOf(scheme: Scheme, scope: Scope, marks: readonly Mark[]) {
  const themes = scheme.themes.filter((theme) => theme.scope === scope);
  const scored = themes.map((theme) => ({ ...pointsOf(scheme, theme, marks), weight: theme.weight }));
  const counted = scored.filter((theme) => theme.points !== null);
  const total = counted.reduce((sum, theme) => sum + theme.weight, 0);
  const sum = counted.reduce((points, theme) => points + theme.weight * (theme.points ?? 0), 0);
  return {
    overall: total === 0 ? null : sum / total,
    themes: scored.map(({ weight, ...theme }) => ({
      ...theme,
      /** Of the overall score, from 0 to 1, once themes that drop out have passed on their weight. */
      share: theme.points === null ? 0 : weight / total,
    })),
  };
}
