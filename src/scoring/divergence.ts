import type { Mark, Marks } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Criterion, Cycle, Scheme, Scope } from '../criteria/scheme.ts';
import { holding } from '../holding.ts';
import type { Rating } from './agreement.ts';
import { levelsByCriterion, marksOfOffer } from './marks.ts';
import { reaches } from './reaches.ts';
import { scoreOf } from './score.ts';
import { isMandatory } from './verdict.ts';

export type Divergence = ReturnType<typeof divergencesOf>[number];

function meets(rule: Criterion, level: Rating): boolean {
  return level === 'na' || (level !== null && level >= (rule.minimum?.level ?? 0));
}

/** `levels`: too far apart. `mandatory`: one finds the minimum met, the other does not. `unmarked`: one has no mark. */
function reasonsOf(scheme: Scheme, cycle: Cycle, rule: Criterion, first: Rating, second: Rating) {
  if (first === second) return [];
  if (first === null || second === null) return ['unmarked' as const];
  const na = first === 'na' || second === 'na';
  return holding({
    notApplicable: na,
    levels: !na && Math.abs(first - second) >= scheme.divergence.levels,
    mandatory: isMandatory(rule, cycle) && meets(rule, first) !== meets(rule, second),
  });
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
    const reasons = reasonsOf(scheme, cycle, rule, given.first, given.second);
    return reasons.map((kind) => ({ offerId, kind, criterion: rule.id, ...given }));
  });
  const other = scoreOf(scheme, scope, second).themes;
  const themes = scoreOf(scheme, scope, first).themes.flatMap((own, i) => {
    const against = other[i];
    // What is unmarked, or not applicable for one of them only, already stands among the criteria.
    if (own.marked < own.criteria || against === undefined || against.marked < against.criteria) return [];
    const [points, others] = [own.points, against.points];
    if (points === null || others === null) return [];
    const gap = Math.abs(points - others);
    if (!reaches(gap, scheme.divergence.themePoints)) return [];
    return [{ offerId, kind: 'theme' as const, theme: own.theme, first: points, second: others, gap }];
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
