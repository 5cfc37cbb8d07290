import { chairOf, isRecused } from '../../workflow/sessionChair.ts';
import type { Asker, Deps } from '../ports.ts';
import { takeOnSession } from '../take.ts';
import { type AtSession, atSession } from './atSession.ts';
import { committeeOf } from './committeeOf.ts';

/**
 * Someone in the room takes the chair that stands empty, with the reason that the minutes print: of the session, whose chair left
 * or serves no more, or of one file, whose chair is recused from it. Nobody gives it: a recused chair would choose who decides.
 */
export async function takeChair(
  deps: Deps,
  asker: Asker,
  input: AtSession & { readonly applicationId: string | null; readonly reason: string },
): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const { applicationId, reason } = input;
  const { context } = session;
  const members = await committeeOf(deps);
  const holder = applicationId === null ? context.chair : chairOf(context, applicationId);
  const others = members.filter(
    ({ id, roles }) =>
      id !== asker.id &&
      roles.includes('chair') &&
      context.present.includes(id) &&
      (applicationId === null || !isRecused(context, applicationId, id)),
  );
  const event = {
    ...said,
    type: 'takeChair',
    applicationId,
    reason,
    holderServes: members.some(({ id }) => id === holder),
    otherChairs: others.filter(({ id }) => id !== holder).length,
  } as const;
  const word = { applicationId, personId: asker.id, reason, at: said.at };
  const handovers = [...(session.handovers ?? []), word];
  // After the session, the minutes say anew who answers for them.
  const erased = session.state === 'closed' ? { signatures: [] } : {};
  const change = takeOnSession(session, event, { id: deps.ids.next() }, { handovers, ...erased });
  await deps.store.commit({ changes: [change] });
}
