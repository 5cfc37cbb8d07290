import { presidingOn } from '../../../workflow/session/sessionChair.ts';
import type { EventMeta } from '../../common/actor.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Change, Deps } from '../../ports/ports.ts';
import { withWord } from '../session/castVote.ts';
import type { Member } from '../session/committeeOf.ts';

/** How a session concludes a file. */
interface Conclusion extends EventMeta {
  readonly applicationId: string;
  readonly item: string;
  readonly result: 'decided' | 'deferred';
}

/** Who chairs a file in an open session; null when that person is barred from it. */
export function chairOn(session: Session | null, applicationId: string, members: readonly Member[]) {
  const chair = session && presidingOn(session.context, applicationId);
  const isFree = members.every(({ person, part }) => person.id !== chair || part === null);
  return chair !== null && isFree ? chair : null;
}

/** Closes a file in the session; who sat and turns out to be barred is recused with it, so that the minutes say why a vote does not count. */
export function concludeFile(
  deps: Pick<Deps, 'ids'>,
  session: Session,
  members: readonly Member[],
  conclusion: Conclusion,
): Change {
  const { applicationId, at } = conclusion;
  const { attended, recusals } = session.context;
  const known = recusals.filter((one) => one.applicationId === applicationId).map((one) => one.personId);
  const found = members.flatMap(({ person: { id }, part }) =>
    part !== null && attended.includes(id) && !known.includes(id) ? [{ id, part }] : [],
  );
  const words = found.reduce<Session['words']>(
    (before, { id: personId, part: ground }) =>
      withWord({ words: before }, { applicationId, personId, choice: null, reason: '', ground, at }),
    session.words,
  );
  const event = { type: 'conclude', ...conclusion, conflicted: found.map(({ id }) => id) } as const;
  return applyToSession(deps, session, event, { words });
}
