import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { type FileInput, ownApplication } from '../../common/fileInput.ts';
import { requireRevision } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The owner withdraws an application, at any time before it is decided. It is never reopened. */
export async function withdrawApplication(deps: Deps, asker: Asker, input: FileInput): Promise<void> {
  const application = requireRevision(await ownApplication(deps, asker, input.applicationId), input.revision);
  const event = { type: 'withdraw', ...(await eventMetaOn(deps, asker, application)) } as const;
  await deps.store.commit([applyToApplication(deps, application, event)]);
}
