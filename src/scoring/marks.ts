import type { Answer, Assessment, Facts, Mark, Marks } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Cycle, Scheme, Scope } from '../criteria/scheme.ts';
import type { Rating } from './agreement.ts';
import { levelOf } from './level.ts';

function marksIn(
  scheme: Scheme,
  scope: Scope,
  cycle: Cycle,
  { answers, facts, carried }: { answers: readonly Answer[]; facts: Facts; carried: readonly Mark[] },
) {
  const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
  const settled = new Map(carried.map((mark) => [mark.criterion, mark.level]));
  return criteriaOf(scheme, scope).flatMap((criterion): Mark[] => {
    const claimed = () => levelOf(criterion, byCriterion.get(criterion.id), facts, cycle).level;
    const level = settled.get(criterion.id) ?? claimed();
    return level === null ? [] : [{ criterion: criterion.id, level }];
  });
}

/** No marks at all. */
export const noMarks: Marks = { organisation: [], offers: [] };

/**
 * The marks that an assessment claims, in the order of the scheme, with those that it carries over from its label; a criterion
 * without either has none.
 */
export function marksOf(scheme: Scheme, cycle: Cycle, assessment: Assessment): Marks {
  const { answers, facts, offers, carried = noMarks } = assessment;
  return {
    organisation: marksIn(scheme, 'organisation', cycle, { answers, facts, carried: carried.organisation }),
    offers: offers.map((offer) => ({
      offerId: offer.offerId,
      marks: marksIn(scheme, 'offer', cycle, {
        answers: offer.answers,
        facts: { ...facts, ...offer.facts },
        carried: marksOfOffer(carried, offer.offerId),
      }),
    })),
  };
}

/** Marks with those that a file carries over from its label; no place has both. */
export function withCarried(marks: Marks, carried: Marks = noMarks): Marks {
  return {
    organisation: [...marks.organisation, ...carried.organisation],
    offers: marks.offers.map(({ offerId, marks: own }) => ({
      offerId,
      marks: [...own, ...marksOfOffer(carried, offerId)],
    })),
  };
}

/** Whether a place is carried over from the label, and not asked. */
export function isCarried({ carried = noMarks }: Pick<Assessment, 'carried'>, offerId: string, id: string) {
  const marks = offerId === '' ? carried.organisation : marksOfOffer(carried, offerId);
  return marks.some(({ criterion }) => criterion === id);
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
