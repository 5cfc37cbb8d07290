import { actorTowards } from '../actor.ts';
import { found, unchanged } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { takeOnApplication } from '../take.ts';

/** Screening passed: the file goes on to its reviewers. */
export async function acceptApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number },
): Promise<void> {
  const application = found(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const event = {
    type: 'accept',
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, application.context.organisationId),
  } as const;
  await deps.store.commit({ changes: [takeOnApplication(application, event, { id: deps.ids.next() })] });
}
