import { actorOn } from '../actor.ts';
import { found, unchanged } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { openSessionOf } from '../session/openSessionOf.ts';
import { takeOnApplication, takeOnSession } from '../take.ts';

/** The committee puts a file off: it goes back to its recommendation, with the reason, and off the session if it sits on it. */
export async function deferApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const application = found(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const session = await openSessionOf(deps, application.id);
  const said = {
    at: deps.clock.now().toISOString(),
    actor: await actorOn(deps, asker, application),
  };
  const deferred = { ...said, type: 'defer', reason: input.reason } as const;
  const concluded = {
    ...said,
    type: 'conclude',
    applicationId: application.id,
    result: 'deferred',
  } as const;
  await deps.store.commit({
    changes: [
      takeOnApplication(application, deferred, { id: deps.ids.next(), data: { session: session?.id } }),
      ...(session ? [takeOnSession(session, concluded, { id: deps.ids.next() })] : []),
    ],
  });
}
