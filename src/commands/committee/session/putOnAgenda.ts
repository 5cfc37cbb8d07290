import { refuseFor } from '../../../errors.ts';
import { requireDutyOnAll } from '../../common/actor.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownSession, sessionInProgress } from './sessionInProgress.ts';
import { waitingAmong } from './waitingFiles.ts';

const beforeClosing = ['planned', 'convened', 'open'] as const;
const many = 200;

/** Adds a file that waits for the committee to the agenda of a planned session; the rest of its plan stays as it is. */
export async function putOnAgenda(
  deps: Deps,
  asker: Asker,
  { sessionId, applicationId }: { readonly sessionId: string; readonly applicationId: string },
): Promise<void> {
  await retryOnConflict(async () => {
    const { revision } = await ownSession(deps, asker, sessionId);
    const { session, eventMeta } = await sessionInProgress(deps, asker, { sessionId, revision });
    const file = requireVisible(await deps.store.application(applicationId));
    const onAgendas = await filesOnAgendas(deps);
    // Whoever was invited to a session knows its agenda: it is changed on the page of the session.
    refuseFor({ sessionNotPlanned: session.state !== 'planned', onAgendaAlready: onAgendas.has(file.id) });
    await requireDutyOnAll(deps, asker, [file], 'session.putOnAgenda');
    const { place, context } = session;
    const event = {
      ...eventMeta,
      type: 'plan',
      plannedFor: context.plannedFor,
      agenda: [...context.agenda, file.id],
      notInDeliberation: 1 - (await waitingAmong(deps, [file.id])).length,
    } as const;
    await deps.store.commit([applyToSession(deps, session, event, {}, { place })]);
  });
}

/** The files that a session which is not over will deal with. */
export async function filesOnAgendas({ store }: Pick<Deps, 'store'>): Promise<ReadonlySet<string>> {
  const sessions = await store.sessionsIn(beforeClosing, many);
  return new Set(sessions.flatMap(({ context }) => context.agenda));
}
