import { isFreeFor } from '../../policies/file.ts';
import type { Vote } from '../../workflow/events.ts';
import type { VoteChoice } from '../../workflow/sessionEvents.ts';
import type { Session } from '../decidingItems.ts';
import type { Person } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { rehearse } from '../rehearse.ts';
import type { FrozenFile } from '../screening/frozenFile.ts';
import { castVote } from '../session/castVote.ts';
import type { Member } from '../session/committeeOf.ts';
import { openSessionOf } from '../session/openSessionOf.ts';
import { recuseMember } from '../session/recuseMember.ts';
import { voteOn } from '../session/voteOn.ts';

/** The committee on one file, in its open session. */
export interface Sitting {
  readonly session: Session;
  readonly vote: Vote;
  /** In the room and not recused. */
  readonly voters: readonly Person[];
  /** Those of them who have not voted. */
  readonly waitedFor: readonly Person[];
  readonly recused: readonly { readonly person: Person; readonly reason: string }[];
  /** What this person voted. */
  readonly own: { readonly choice: VoteChoice; readonly reason: string } | null;
  readonly mayVote: boolean;
  readonly mayRecuse: boolean;
}

/** Null while no open session has the file to deal with. */
export async function sittingOf(
  deps: Deps,
  asker: Asker,
  { application, reviews }: FrozenFile,
  members: readonly Member[],
): Promise<Sitting | null> {
  const session = await openSessionOf(deps, application.id);
  if (!session) return null;
  const { id } = application;
  const outside = members.filter(({ part }) => part !== null).map(({ person }) => person.id);
  const vote = voteOn(session.context, id, outside, asker.id);
  const voters = members
    .map(({ person }) => person)
    .filter((person) => vote.present.includes(person.id) && !vote.recused.includes(person.id));
  const voted = session.context.votes.filter(({ applicationId }) => applicationId === id);
  const words = session.words.filter(({ applicationId }) => applicationId === id);
  const own = words.find(({ personId, choice }) => personId === asker.id && choice !== null);
  const free = isFreeFor('session.vote', asker, { application, reviews });
  const tried = (act: (dry: Deps) => Promise<void>) => rehearse(deps, act);
  const recusal = { applicationId: id, personId: asker.id, reason: '.' };
  return {
    session,
    vote,
    voters,
    waitedFor: voters.filter((person) => !voted.some(({ personId }) => personId === person.id)),
    recused: members
      .filter(
        ({ person }) => vote.recused.includes(person.id) && session.context.attended.includes(person.id),
      )
      .map(({ person }) => ({
        person,
        reason: words.find(({ personId, choice }) => personId === person.id && choice === null)?.reason ?? '',
      })),
    own: own?.choice ? { choice: own.choice, reason: own.reason } : null,
    mayVote:
      free &&
      (await tried((dry) => castVote(dry, asker, { applicationId: id, choice: 'for', reason: '' })))
        .length === 0,
    mayRecuse: free && (await tried((dry) => recuseMember(dry, asker, recusal))).length === 0,
  };
}
