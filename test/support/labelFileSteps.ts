import { startExtension } from '../../src/commands/application/scope/startExtension.ts';
import { startReconsideration } from '../../src/commands/application/scope/startReconsideration.ts';
import { answerCriterion } from '../../src/commands/application/selfAssessment/answerCriterion.ts';
import { addOffer } from '../../src/commands/application/selfAssessment/editOffers.ts';
import { setFacts } from '../../src/commands/application/selfAssessment/setFacts.ts';
import { recommendApplication } from '../../src/commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { advanceToEvaluation, type Cast, currentApplication, deliver } from './applicationSteps.ts';
import { insertAnswers } from './insertAnswers.ts';
import type { IssuedLabel } from './issueLabel.ts';
import type { TestService } from './run/service.ts';
import { answersOf, specimen } from './samples/specimen.ts';

/** Kinds of files on a label that is there. */
export const labelFileKinds = ['extension', 'reconsideration'] as const;
type Kind = (typeof labelFileKinds)[number];

/** The offer that an extension is for: the first of the specimen's, under another name. */
export const newOffer = { ...requireVisible(specimen.offers[0] ?? null), name: 'Brioche du dimanche' };
/** The criteria that a reconsideration is about. */
export const doubted = ['TRV-01', 'GOU-03'] as const;
export const doubt = 'Le règlement de la coopérative a changé : les voix ne sont plus comptées comme avant.';

/** A draft on a label, complete and ready to be sent. Gives its number. */
export async function filledLabelFile({ deps }: TestService, cast: Cast, holder: IssuedLabel, kind: Kind) {
  const { owner, organisationId, number: labelNumber } = holder;
  if (kind === 'extension') {
    const id = await startExtension(deps, owner, { labelNumber });
    const { facts, answers, ...described } = newOffer;
    const offerId = await addOffer(deps, owner, { applicationId: id, ...described });
    await setFacts(deps, owner, { applicationId: id, offerId, facts });
    await insertAnswers(deps, owner, { applicationId: id, organisationId, offerId }, answersOf(answers));
    return id;
  }
  const asked = { labelNumber, criteria: doubted, reason: doubt };
  const id = await startReconsideration(deps, cast.officer, asked);
  const answers = answersOf(specimen.answers).filter(({ criterion }) =>
    doubted.some((one) => one === criterion),
  );
  for (const answer of answers)
    await answerCriterion(deps, owner, { applicationId: id, offerId: '', answer });
  return id;
}

/** From such a draft to the committee. */
export async function advanceToCommittee(
  { deps }: TestService,
  cast: Cast,
  id: string,
  { owner }: IssuedLabel,
  scored: Parameters<typeof deliver>[3] = {},
) {
  const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
  for (const [i, reviewId] of reviewIds.entries())
    await deliver(deps, cast.reviewers[i as 0 | 1], reviewId, scored);
  const { revision } = await currentApplication(deps, id);
  const reason = 'Les critères sont remplis.';
  await recommendApplication(deps, cast.rapporteur, {
    applicationId: id,
    revision,
    draft: 'granted',
    reason,
  });
}
