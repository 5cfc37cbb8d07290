import { carryOver } from '../../../criteria/carryOver.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerCriterion } from '../selfAssessment/answerCriterion.ts';
import { withOwnFiles } from './beginning.ts';

/** One criterion of a renewal; `offerId` is empty for the organisation's. */
interface Input {
  readonly applicationId: string;
  readonly offerId: string;
  readonly criterion: string;
}

/** Says that last cycle's answer to one criterion is still true: level, reason, proof and comment are those of then. */
export async function keepEarlier(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { applicationId, offerId, criterion } = input;
  const { assessment, published } = await workingCopy(deps, asker, applicationId);
  const earlier = requireVisible(assessment.earlier);
  const before = schemeOf(deps, earlier.criteriaVersion).scheme;
  const carried = carryOver(before, published.scheme, earlier.assessment, 'renewal').assessment;
  const part = offerId === '' ? carried : carried.offers.find((offer) => offer.offerId === offerId);
  const answer = requireVisible(part?.answers.find((given) => given.criterion === criterion));
  const [then, now] = [
    await deps.store.evidenceOf(earlier.applicationId),
    await deps.store.evidenceOf(applicationId),
  ];
  const own = withOwnFiles(answer, then, now);
  await answerCriterion(deps, asker, { applicationId, offerId, answer: own });
}
