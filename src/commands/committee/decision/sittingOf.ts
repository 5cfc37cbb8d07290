import { isFreeFor } from '../../../policies/file.ts';
import { isTaken } from '../../common/dryRun.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { openItem } from '../session/agendaItem.ts';
import { takeChair } from '../session/attendance.ts';
import { castVote, recuseMember, voteOn, votersOf } from '../session/castVote.ts';
import type { Member } from '../session/committeeOf.ts';
import { openSessionOf } from '../session/sessionInProgress.ts';
import { chairOn } from './concludeFile.ts';

export type Sitting = NonNullable<Awaited<ReturnType<typeof sittingOf>>>;

/** How an open session deals with an item of a file; null while none does, or while it deals with another item. */
export async function sittingOf(
  deps: Deps,
  asker: Asker,
  { application, reviews }: Pick<FrozenFile, 'application' | 'reviews'>,
  members: readonly Member[],
  item: string,
) {
  const session = await openSessionOf(deps, application.id);
  if (!session || (await openItem(deps, application)) !== item) return null;
  const { id } = application;
  const onItem = { applicationId: id, item };
  const outside = members.filter(({ part }) => part !== null).map(({ person }) => person.id);
  const chair = chairOn(session, id, members);
  const vote = voteOn(session.context, onItem, outside, chair);
  const voters = members
    .map(({ person }) => person)
    .filter((person) => vote.present.includes(person.id) && !vote.recused.includes(person.id));
  const voted = votersOf(session.context, item);
  const words = session.words.filter(({ applicationId }) => applicationId === id);
  const own = voted.includes(asker.id)
    ? words.find(({ personId, choice }) => personId === asker.id && choice !== null)
    : null;
  const free = isFreeFor('session.vote', asker, { application, reviews });
  const may = async (act: (dry: Deps) => Promise<void>) => free && isTaken(deps, act);
  const isRecusable = ({ id: personId }: Person) =>
    may((dry) => recuseMember(dry, asker, { ...onItem, personId, reason: '.' }));
  const candidates = [asker, ...(chair === asker.id ? voters.filter((one) => one.id !== asker.id) : [])];
  const recusable = await Promise.all(candidates.map(isRecusable));
  const at = { sessionId: session.id, revision: session.revision };
  return {
    session,
    item,
    vote,
    /** Who chairs it now; null while nobody does. */
    chair: members.find(({ person }) => person.id === chair)?.person ?? null,
    /** Not recused, and in the room or gone after they voted. */
    voters,
    /** Those of them who have not voted. */
    waitedFor: voters.filter((person) => !voted.includes(person.id)),
    recused: members
      .filter(
        ({ person }) => vote.recused.includes(person.id) && session.context.attended.includes(person.id),
      )
      .map(({ person }) => ({
        person,
        reason: words.find(({ personId, choice }) => personId === person.id && choice === null)?.reason ?? '',
      })),
    /** What this person voted. */
    own: own?.choice ? { choice: own.choice, reason: own.reason } : null,
    mayVote: await may((dry) => castVote(dry, asker, { ...onItem, choice: 'for', reason: '' })),
    /** Whom this person can note as recused now: themself, and as the chair others. */
    recusable: candidates.filter((_, i) => recusable[i]),
    mayTakeChair: await may((dry) => takeChair(dry, asker, { ...at, ...onItem, reason: '.' })),
  };
}
