import type { Mark, Marks } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Criterion, Cycle, Scheme, Scope } from '../criteria/scheme.ts';
import type { Rating } from './agreement.ts';
import { levelsByCriterion, marksOfOffer } from './marks.ts';
import { reaches } from './reaches.ts';
import { scoreOf } from './score.ts';
import { isMandatory } from './verdict.ts';

export type Divergence = ReturnType<typeof divergencesOf>[number];

/** `levels`: too far apart. `mandatory`: one finds the minimum met, the other does not. `unmarked`: one has no mark. */
type Reason = 'levels' | 'mandatory' | 'notApplicable' | 'unmarked';

function meets(rule: Criterion, level: Rating): boolean {
  return level === 'na' || (level !== null && level >= (rule.minimum?.level ?? 0));
}

function reasonsOf(scheme: Scheme, cycle: Cycle, rule: Criterion, first: Rating, second: Rating): Reason[] {
  if (first === second) return [];
  if (first === null || second === null) return ['unmarked'];
  const reasons: Reason[] = [];
  if (first === 'na' || second === 'na') reasons.push('notApplicable');
  else if (Math.abs(first - second) >= scheme.divergence.levels) reasons.push('levels');
  if (isMandatory(rule, cycle) && meets(rule, first) !== meets(rule, second)) reasons.push('mandatory');
  return reasons;
}

function between(
  scheme: Scheme,
  scope: Scope,
  cycle: Cycle,
  offerId: string | null,
  first: readonly Mark[],
  second: readonly Mark[],
) {
  const levels = [levelsByCriterion(scheme, scope, first), levelsByCriterion(scheme, scope, second)] as const;
  const criteria = criteriaOf(scheme, scope).flatMap((rule) => {
    const given = { first: levels[0].get(rule.id) ?? null, second: levels[1].get(rule.id) ?? null };
    return reasonsOf(scheme, cycle, rule, given.first, given.second).map((kind) => ({
      offerId,
      kind,
      criterion: rule.id,
      ...given,
    }));
  });
  const other = scoreOf(scheme, scope, second).themes;
  const themes = scoreOf(scheme, scope, first).themes.flatMap((own, i) => {
    const against = other[i];
    // What is unmarked, or not applicable for one of them only, already stands among the criteria.
    if (own.marked < own.criteria || against === undefined || against.marked < against.criteria) return [];
    if (own.points === null || against.points === null) return [];
    const gap = Math.abs(own.points - against.points);
    return reaches(gap, scheme.divergence.themePoints)
      ? [
          {
            offerId,
            kind: 'theme' as const,
            theme: own.theme,
            first: own.points,
            second: against.points,
            gap,
          },
        ]
      : [];
  });
  return [...criteria, ...themes];
}

/**
 * Every reason why two reviews of a file diverge, organisation first (`offerId` is null), then offer by offer; empty when they
 * agree. `theme`: points of a theme too far apart.
 */
export function divergencesOf(scheme: Scheme, cycle: Cycle, first: Marks, second: Marks) {
  const offers = [...new Set([...first.offers, ...second.offers].map((offer) => offer.offerId))];
  return [
    ...between(scheme, 'organisation', cycle, null, first.organisation, second.organisation),
    ...offers.flatMap((id) =>
      between(scheme, 'offer', cycle, id, marksOfOffer(first, id), marksOfOffer(second, id)),
    ),
  ];
}
