import { isChair } from '../../../policies/who.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type AtSession, atSession } from './atSession.ts';
import { committeeOf } from './committeeOf.ts';
import { knownRecusals } from './knownRecusals.ts';

/**
 * The chair opens the session with those in the room. Who cannot sit on a file, by a tie, an earlier part in it or a recusal in an
 * earlier session, is recused from it at once, whether they said so or not.
 */
export async function openSession(
  deps: Deps,
  asker: Asker,
  input: AtSession & { readonly present: readonly string[] },
): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const members = await committeeOf(deps);
  const ids = members.map(({ id }) => id);
  const present = [...new Set(input.present)];
  const known = await knownRecusals(deps, session.context.agenda);
  const event = {
    ...said,
    type: 'open',
    present,
    outsiders: present.filter((id) => !ids.includes(id)).length,
    chairs: members.filter((one) => isChair(one) && present.includes(one.id)).map(({ id }) => id),
    recusals: known.map(({ applicationId, personId }) => ({ applicationId, personId })),
  } as const;
  const attendance = present.map((personId) => ({ personId, from: said.at, until: null }));
  const change = applyToSession(
    session,
    event,
    { id: deps.ids.next() },
    {
      attendance,
      words: known.map((one) => ({ ...one, choice: null, at: said.at })),
      openedAt: said.at,
    },
  );
  await deps.store.commit({ changes: [change] });
}
