import type { Assessment } from '../../../criteria/assessment.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';

type Part = Pick<Assessment, 'facts' | 'answers'>;

/** A part of an assessment: the organisation's (`offerId` empty) or an offer's; undefined for an offer that is not in it. */
export function partOf(assessment: Assessment, offerId: string): Part | undefined {
  return offerId === '' ? assessment : assessment.offers.find((offer) => offer.offerId === offerId);
}

/** The answer to a criterion in its part of an assessment; null where none is given. */
export function answerIn(assessment: Assessment, { offerId, criterion }: CriterionPlace) {
  return partOf(assessment, offerId)?.answers.find((answer) => answer.criterion === criterion) ?? null;
}
