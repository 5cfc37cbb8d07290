import { belongsTo } from '../../../policies/organisation.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isMajor, isUnanswered } from './openFindings.ts';

/** The organisation sends its correction, once there is a proof for every major finding; the reviewers then check it. */
export async function submitCorrection(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number },
): Promise<void> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const { organisationId } = application.context;
  requireVisible(belongsTo(asker, organisationId) || null);
  unchanged(application, input.revision);
  const findings = await deps.store.findingsOf(application.id);
  const event = {
    type: 'submitCorrection',
    at: deps.clock.now().toISOString(),
    actor: await actorOn(deps, asker, application),
    unansweredFindings: findings.filter(isMajor).filter(isUnanswered).length,
  } as const;
  await deps.store.commit({ changes: [applyToApplication(application, event, { id: deps.ids.next() })] });
}
