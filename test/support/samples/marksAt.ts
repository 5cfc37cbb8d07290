import type { Mark } from '../../../src/criteria/assessment.ts';
import { criteriaOf } from '../../../src/criteria/criteriaOf.ts';
import type { Level, Scheme, Scope } from '../../../src/criteria/scheme.ts';

/** Marks on every criterion of a scope: `level`, except where a criterion or its theme is named in `others`. */
export function marksAt(
  scheme: Scheme,
  scope: Scope,
  level: Level | 'na',
  others: Readonly<Record<string, Level | 'na'>> = {},
): Mark[] {
  return criteriaOf(scheme, scope).map((rule) => ({
    criterion: rule.id,
    level: others[rule.id] ?? others[rule.theme] ?? level,
  }));
}
