import type { Criterion, Scheme, Scope } from './scheme.ts';

/** The criteria of the organisation, or those of each offer, in the order of the scheme. */
export function criteriaOf(scheme: Scheme, scope: Scope): readonly Criterion[] {
  const themes = new Set(scheme.themes.filter((theme) => theme.scope === scope).map((theme) => theme.id));
  return scheme.criteria.filter((criterion) => themes.has(criterion.theme));
}
