import type { Answer, Assessment, Facts, Mark, Marks } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Cycle, Scheme, Scope } from '../criteria/scheme.ts';
import type { Rating } from './agreement.ts';
import { levelOf } from './level.ts';

function marksIn(scheme: Scheme, scope: Scope, cycle: Cycle, answers: readonly Answer[], facts: Facts) {
  const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
  return criteriaOf(scheme, scope).flatMap((criterion): Mark[] => {
    const { level } = levelOf(criterion, byCriterion.get(criterion.id), facts, cycle);
    return level === null ? [] : [{ criterion: criterion.id, level }];
  });
}

/** The marks that an assessment claims, in the order of the scheme; a criterion without an answer has none. */
export function marksOf(scheme: Scheme, cycle: Cycle, assessment: Assessment): Marks {
  return {
    organisation: marksIn(scheme, 'organisation', cycle, assessment.answers, assessment.facts),
    offers: assessment.offers.map((offer) => ({
      offerId: offer.offerId,
      marks: marksIn(scheme, 'offer', cycle, offer.answers, { ...assessment.facts, ...offer.facts }),
    })),
  };
}

/** The marks of one offer; none where the file has no such offer. */
export function marksOfOffer({ offers }: Marks, offerId: string): readonly Mark[] {
  return offers.find((offer) => offer.offerId === offerId)?.marks ?? [];
}

/**
 * The levels of one scope by criterion, in the order of the scheme: null where there is no mark, or where the mark says
 * "not applicable" and the rule does not allow it. Marks on criteria of another scope are left out.
 */
export function levelsByCriterion(scheme: Scheme, scope: Scope, marks: readonly Mark[]): Map<string, Rating> {
  const given = new Map(marks.map((mark) => [mark.criterion, mark.level]));
  return new Map(
    criteriaOf(scheme, scope).map((criterion) => {
      const level = given.get(criterion.id) ?? null;
      return [criterion.id, level === 'na' && !criterion.na ? null : level];
    }),
  );
}
