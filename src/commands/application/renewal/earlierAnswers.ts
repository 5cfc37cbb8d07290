import { carryOver } from '../../../criteria/carryOver.ts';
import type { FileRules } from '../../../criteria/fileRules.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, schemeOf } from '../../common/schemeOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerCriterion } from '../selfAssessment/answerCriterion.ts';
import { answerIn } from '../selfAssessment/answerIn.ts';
import { withOwnFiles } from './beginning.ts';

/** The last cycle, shown beside a renewal: the answers, their rules, and which of them can be confirmed. */
export type EarlierAnswers = NonNullable<ReturnType<typeof earlierAnswers>>;

/** Last cycle of a working copy; null where it begins with none. */
export function earlierAnswers(
  deps: Pick<Deps, 'schemes'>,
  { earlier }: SelfAssessment,
  { whole: scheme }: FileRules,
) {
  if (!earlier) return null;
  const published = schemeOf(deps, earlier.criteriaVersion);
  const carried = carryOver(published.scheme, scheme, earlier.assessment, cycleOfCopy({ earlier }));
  return { cycle: earlier, published, carried };
}

/** Confirms last cycle's answer to one criterion: level, reason, proof and comment are those of then. */
export async function keepEarlier(deps: Deps, asker: Asker, input: CriterionPlace & FileRef): Promise<void> {
  const { applicationId, offerId } = input;
  const { assessment, published } = await workingCopy(deps, asker, applicationId);
  const { cycle, carried } = requireVisible(earlierAnswers(deps, assessment, published));
  const answer = requireVisible(answerIn(carried.assessment, input));
  const then = await deps.store.evidenceOf(cycle.applicationId);
  const own = withOwnFiles(answer, then, await deps.store.evidenceOf(applicationId));
  await answerCriterion(deps, asker, { applicationId, offerId, answer: own });
}
