import type { Answer, Facts } from '../../../criteria/assessment.ts';
import { notApplicable, saysWhy } from '../../../criteria/notApplicable.ts';
import type { Cycle, Scheme } from '../../../criteria/scheme.ts';

/** What is declared not applicable in one part of an assessment and cannot be accepted as it is, in the order of the scheme. Pure. */
export function naClaimsOf(scheme: Scheme, cycle: Cycle, answers: readonly Answer[], facts: Facts) {
  const claims = scheme.criteria.flatMap((rule) => {
    const answer = answers.find(({ criterion, na }) => criterion === rule.id && na);
    return answer ? [{ id: rule.id, answer, ...notApplicable(rule, facts, cycle) }] : [];
  });
  const idsOf = (some: typeof claims) => some.map(({ id }) => id);
  return {
    /** The figures or the cycle contradict it. */
    contradicted: idsOf(claims.filter(({ state }) => state === 'refused')),
    /** The required reason is missing. */
    unexplained: idsOf(
      claims.filter(({ state, reasonDue, answer }) => state === 'allowed' && reasonDue && !saysWhy(answer)),
    ),
  };
}
