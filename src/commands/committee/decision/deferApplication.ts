import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { membersTowards } from '../session/committeeOf.ts';
import { openSessionOf } from '../session/openSessionOf.ts';
import { chairOn, concludeFile } from './concludeFile.ts';

/** The committee puts a file off in its session, by who chairs it: it goes back to its recommendation, with the reason. */
export async function deferApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const reviews = await deps.store.reviewsOf(application.id);
  const session = await openSessionOf(deps, application.id);
  const sitters = await membersTowards(deps, { application, reviews }, session?.context.attended);
  const said = {
    at: deps.clock.now().toISOString(),
    actor: await actorOn(deps, asker, application),
  };
  const deferred = {
    ...said,
    type: 'defer',
    reason: input.reason,
    inSession: session !== null,
    chair: chairOn(session, application.id, sitters),
  } as const;
  const conclusion = { said, applicationId: application.id, result: 'deferred' } as const;
  await deps.store.commit({
    changes: [
      applyToApplication(application, deferred, { id: deps.ids.next(), data: { session: session?.id } }),
      ...(session ? [concludeFile(deps, session, sitters, conclusion)] : []),
    ],
  });
}
