import type { Assessment } from '../../../criteria/assessment.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';

/** The answer to a criterion in a part of an assessment: the organisation's (`offerId` empty) or an offer's; null where none is given. */
export function answerIn({ answers, offers }: Assessment, { offerId, criterion }: CriterionPlace) {
  const given = offerId === '' ? answers : offers.find((offer) => offer.offerId === offerId)?.answers;
  return given?.find((answer) => answer.criterion === criterion) ?? null;
}
