import { everything } from '../../policies/view.ts';
import { found } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { takeOnSession } from '../take.ts';
import { type AtSession, atSession } from './atSession.ts';
import { committeeOf, membersTowards } from './committeeOf.ts';

/**
 * The chair opens the session with those in the room. Who cannot sit on a file, by a tie or an earlier part in it, is recused from
 * it at once, whether they said so or not.
 */
export async function openSession(
  deps: Deps,
  asker: Asker,
  input: AtSession & { readonly present: readonly string[] },
): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const members = (await committeeOf(deps)).map(({ id }) => id);
  const present = [...new Set(input.present)];
  const event = {
    ...said,
    type: 'open',
    present,
    outsiders: present.filter((id) => !members.includes(id)).length,
    recusals: await recusalsOf(deps, session.context.agenda),
  } as const;
  const attendance = present.map((personId) => ({ personId, from: said.at, until: null }));
  const change = takeOnSession(session, event, { id: deps.ids.next() }, { attendance, openedAt: said.at });
  await deps.store.commit({ changes: [change] });
}

/** Looked up by the service itself: the chair may be kept from knowing of one of the files. */
async function recusalsOf(deps: Deps, agenda: readonly string[]) {
  const whole = { ...deps, store: deps.store.seenBy(everything) };
  const each = await Promise.all(
    agenda.map(async (applicationId) => {
      const application = found(await whole.store.application(applicationId));
      const reviews = await whole.store.reviewsOf(applicationId);
      const members = await membersTowards(whole, { application, reviews });
      const barred = members.filter(({ part }) => part !== null);
      return barred.map(({ person }) => ({ applicationId, personId: person.id }));
    }),
  );
  return each.flat();
}
