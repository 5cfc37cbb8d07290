import type { Answer, Facts } from '../../../criteria/assessment.ts';
import { checkFacts } from '../../../criteria/figures.ts';
import { type Described, typeFact } from '../../../criteria/offer.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import { requireNoFaults } from '../../../errors.ts';
import type { SelfAssessment } from '../../items/items.ts';

/** What someone answers for themselves, without an account: the organisation, and one offer. */
export interface Trial {
  readonly facts: Facts;
  readonly answers: readonly Answer[];
  readonly offer: Described & { readonly facts: Facts; readonly answers: readonly Answer[] };
}

/** The id of a trial's one offer: nothing of a trial is stored, so it needs no other. */
export const trialOffer = 'offer';

/** A trial as a working copy that is stored nowhere, for the same scoring as any; `invalid` with a fault for each figure that cannot be true. */
export function tryAssessment(scheme: Scheme, { facts, answers, offer }: Trial): SelfAssessment {
  const faults = [
    ...checkFacts(scheme, 'organisation', facts),
    ...checkFacts(scheme, 'offer', offer.facts),
  ].map(({ fact, code, params }) => ({ field: fact, code, params }));
  requireNoFaults(faults);
  const { facts: figures, answers: levels, ...described } = offer;
  return {
    applicationId: '',
    revision: 0,
    showScores: false,
    facts,
    answers,
    offersNamed: [{ id: trialOffer, ...described }],
    offers: [{ offerId: trialOffer, facts: { ...figures, [typeFact]: offer.type }, answers: levels }],
  };
}
