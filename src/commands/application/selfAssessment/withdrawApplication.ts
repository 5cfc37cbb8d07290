import { roleIn } from '../../../policies/organisation.ts';
import { actorOn } from '../../common/actor.ts';
import { found, unchanged } from '../../common/found.ts';
import { takeOnApplication } from '../../common/take.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The owner takes a request back, at any time before it is decided. It is never reopened. */
export async function withdrawApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number },
): Promise<void> {
  const application = found(await deps.store.application(input.applicationId));
  const { organisationId } = application.context;
  found(roleIn(asker, organisationId));
  unchanged(application, input.revision);
  const event = {
    type: 'withdraw',
    at: deps.clock.now().toISOString(),
    actor: await actorOn(deps, asker, application),
  } as const;
  await deps.store.commit({ changes: [takeOnApplication(application, event, { id: deps.ids.next() })] });
}
