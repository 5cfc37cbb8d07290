import { LabelError } from '../../../errors.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type AtSession, atSession } from './atSession.ts';
import { minutesOf } from './minutesOf.ts';

/**
 * A member who sat approves the minutes as they saw them, by their digest. Valid is what the chair and one more signed, and for each
 * file two who may read it.
 */
export async function signMinutes(
  deps: Deps,
  asker: Asker,
  input: AtSession & { readonly minutes: string },
): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const { digest } = await minutesOf(deps, session);
  if (input.minutes !== digest) throw new LabelError('stale');
  const event = { ...said, type: 'signMinutes', minutes: digest } as const;
  const signatures = [...session.signatures, { personId: asker.id, at: said.at }];
  const change = applyToSession(session, event, { id: deps.ids.next() }, { signatures });
  await deps.store.commit({ changes: [change] });
}

/** The chair adds to the minutes, because a member said what is missing: whoever approved them does so anew. */
export async function reviseMinutes(
  deps: Deps,
  asker: Asker,
  input: AtSession & { readonly remarks: string },
): Promise<void> {
  const { session, said } = await atSession(deps, asker, input);
  const { remarks } = input;
  const event = { ...said, type: 'reviseMinutes', remarks } as const;
  const also = { remarks: [...session.remarks, remarks], signatures: [] };
  const change = applyToSession(session, event, { id: deps.ids.next() }, also);
  await deps.store.commit({ changes: [change] });
}
