import type { VoteChoice } from '../../../workflow/session/sessionEvents.ts';
import type { SessionContext } from '../../../workflow/stored.ts';
import type { Vote } from '../../../workflow/voting.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { openItem } from './agendaItem.ts';
import { recusalGroundOf } from './committeeOf.ts';
import { openSessionOf } from './sessionInProgress.ts';

type Word = Session['words'][number];

/** Which item of the agenda an act in the session is about, and on which file it is. */
export interface OnItem {
  readonly applicationId: string;
  readonly item: string;
}

/** A member's own vote on an item, with its reason; it can be changed until the item is decided. */
export async function castVote(
  deps: Deps,
  asker: Asker,
  input: OnItem & { readonly choice: VoteChoice; readonly reason: string },
): Promise<void> {
  // Others vote at the same time, which does not affect this vote.
  return retryOnConflict(async () => {
    const { session, eventMeta } = await sittingWith(deps, asker, asker, input);
    const { item: _, ...said } = input;
    const words = withWord(session, { ...said, personId: asker.id, at: eventMeta.at });
    const event = { type: 'vote', ...eventMeta, ...input } as const;
    await deps.store.commit([applyToSession(deps, session, event, { words })]);
  });
}

/** A member steps out of a file, or its chair notes it; once votes are cast that takes the member's own word, or a stored tie or earlier part. */
export async function recuseMember(
  deps: Deps,
  asker: Asker,
  input: OnItem & { readonly personId: string; readonly reason: string },
): Promise<void> {
  return retryOnConflict(async () => {
    const person = requireVisible(await deps.store.person(input.personId));
    const { session, eventMeta } = await sittingWith(deps, asker, person, input);
    const { item: _, ...said } = input;
    const noted = person.id === asker.id ? {} : { by: asker.id };
    const words = withWord(session, { ...said, choice: null, at: eventMeta.at, ...noted });
    const event = { type: 'recuse', ...eventMeta, ...input } as const;
    await deps.store.commit([applyToSession(deps, session, event, { words })]);
  });
}

/** The open session of a file, and what goes with an event about a member there, also whether they are barred from the file. */
async function sittingWith(deps: Deps, asker: Asker, member: Person, { applicationId, item }: OnItem) {
  const session = requireVisible(await openSessionOf(deps, applicationId));
  const file = await reviewedFile(deps, applicationId);
  const conflict = (await recusalGroundOf(deps, member, file)) !== null;
  const itemIsOpen = (await openItem(deps, file.application)) === item;
  return {
    session,
    eventMeta: { ...(await eventMetaOn(deps, asker, file.application)), conflict, itemIsOpen },
  };
}

/** The words of a session with a newer one of the same person on the same file in place of the older one. */
export function withWord({ words }: Pick<Session, 'words'>, word: Word): readonly Word[] {
  const others = words.filter(
    ({ applicationId, personId }) => applicationId !== word.applicationId || personId !== word.personId,
  );
  return [...others, word];
}

/** How the votes on an item stand: votes of those who left count, votes of those recused or `outside` do not; `presiding` may decide a tie. */
export function voteOn(
  { present, recusals, votes }: Pick<SessionContext, 'present' | 'recusals' | 'votes'>,
  { applicationId, item }: OnItem,
  outside: readonly string[],
  presiding: string | null,
): Vote {
  const declared = recusals.filter((one) => one.applicationId === applicationId);
  const recused = [...new Set([...declared.map(({ personId }) => personId), ...outside])];
  const cast = votes.filter((vote) => vote.item === item);
  const counted = cast.filter((vote) => !recused.includes(vote.personId));
  const count = (choice: string) => counted.filter((vote) => vote.choice === choice).length;
  const casting = counted.find(({ personId }) => personId === presiding)?.choice;
  return {
    present: [...new Set([...present, ...votersOf({ votes }, item)])],
    recused,
    for: count('for'),
    against: count('against'),
    abstained: count('abstain'),
    casting: casting === 'for' || casting === 'against' ? casting : null,
  };
}

/** Who has voted on an item, also those who left or were recused since. */
export function votersOf({ votes }: Pick<SessionContext, 'votes'>, item: string): readonly string[] {
  return votes.filter((vote) => vote.item === item).map(({ personId }) => personId);
}
