import { roleIn } from '../../../policies/organisation.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The owner takes a request back, at any time before it is decided. It is never reopened. */
export async function withdrawApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number },
): Promise<void> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const { organisationId } = application.context;
  requireVisible(roleIn(asker, organisationId));
  requireRevision(application, input.revision);
  const event = {
    type: 'withdraw',
    ...(await eventMetaOn(deps, asker, application)),
  } as const;
  await deps.store.commit({ changes: [applyToApplication(deps, application, event)] });
}
