import { keepEarlier } from '../../src/commands/application/renewal/earlierAnswers.ts';
import { answerCriterion } from '../../src/commands/application/selfAssessment/answerCriterion.ts';
import { setFacts } from '../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';

/** Says of everything in a renewal that it is still true, and gives the same figures. */
export async function repeatAnswers(deps: Deps, owner: Person, applicationId: string): Promise<void> {
  const { earlier } = requireVisible(await deps.store.selfAssessment(applicationId));
  const then = requireVisible(earlier).assessment;
  const places = [{ offerId: '', ...then }, ...then.offers];
  // "Not applicable" at a first label only: at a renewal it cannot be said again.
  const sponsoring = { criterion: 'COO-04', level: 1, na: false, evidence: '', comment: '' } as const;
  await answerCriterion(deps, owner, { applicationId, offerId: '', answer: sponsoring });
  for (const { offerId, facts, answers } of places) {
    await setFacts(deps, owner, { applicationId, offerId, facts });
    for (const { criterion } of answers.filter((one) => one.criterion !== 'COO-04')) {
      await keepEarlier(deps, owner, { applicationId, offerId, criterion });
    }
  }
}
