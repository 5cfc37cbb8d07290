import { announceDecision } from '../../src/commands/committee/decision/announceDecision.ts';
import { recommendApplication } from '../../src/commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { signAgreement } from '../../src/commands/label/signAgreement.ts';
import type { Condition } from '../../src/workflow/events.ts';
import { applicationVersion } from './appealSteps.ts';
import { advanceToEvaluation, type Cast, deliver, filledDraft, signatureOf } from './applicationSteps.ts';
import { decideInSession } from './committeeSession.ts';
import type { IssuedLabel } from './issueLabel.ts';
import { remembered } from './run/remember.ts';
import type { TestService } from './run/service.ts';
import { specimen } from './samples/specimen.ts';

/** The specimen's organisation with a label that depends on some conditions. */
async function issueConditionalLabel_(
  service: TestService,
  cast: Cast,
  name: string,
  conditions: readonly Condition[],
): Promise<IssuedLabel> {
  const { deps } = service;
  const { id, owner } = await filledDraft(deps, await service.person(name));
  const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
  for (const [i, reviewId] of reviewIds.entries())
    await deliver(deps, cast.reviewers[i as 0 | 1], reviewId, specimen.reviews[i]);
  const draft = 'grantedWithConditions';
  const reason = 'Les critères sont remplis, sauf ce que les conditions demandent.';
  await recommendApplication(deps, cast.rapporteur, {
    ...(await applicationVersion(deps, id)),
    draft,
    reason,
  });
  await decideInSession(deps, cast, id, draft, [...conditions], reason);
  await announceDecision(deps, cast.officer, await applicationVersion(deps, id));
  const number = await signAgreement(deps, owner, {
    ...(await applicationVersion(deps, id)),
    ...signatureOf(deps),
  });
  await service.work();
  const { organisationId } = requireVisible(owner.memberships[0]);
  return { applicationId: id, organisationId, number, owner };
}

export const issueConditionalLabel = remembered(
  'issueConditionalLabel',
  issueConditionalLabel_,
  ({ deps }) => deps,
);
