import type { Sitting } from '../../commands/committee/decision/sittingOf.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { personName } from '../views/staffWords.view.ts';

/** The committee on one file, now. */
export interface StaffSitting {
  readonly href: string;
  readonly session: string;
  /** How many may vote, how many have to, and who has not. */
  readonly room: string;
  readonly waitedFor: string;
  /** The count, once everyone in the room has voted. */
  readonly tally: string;
  readonly recused: readonly { readonly name: string; readonly reason: string }[];
  /** What this person voted, as their form is filled. */
  readonly own: { readonly choice: string; readonly word: string } | null;
  /** Who chairs the file, as a sentence. */
  readonly chair: string;
  readonly mayVote: boolean;
  readonly mayTakeChair: boolean;
  /** The session's revision, for who takes the chair. */
  readonly revision: number;
  /** Whom this person can note as recused: nobody, themself, or others as well. */
  readonly recusable: readonly { readonly value: string; readonly text: string }[];
}

/** The view of a sitting; null where no session sits on the file. */
export function staffSitting(
  sitting: Sitting | null,
  quorum: number,
  words: Translator,
): StaffSitting | null {
  if (!sitting) return null;
  const { session, vote, chair, voters, waitedFor, recused, own, mayVote, mayTakeChair } = sitting;
  return {
    href: `/${words.language}/sessions/${session.id}`,
    session: words.t('sessions.of', { date: words.date(session.context.plannedFor) }),
    room: words.t('sessions.sitting.room', { count: voters.length, quorum }),
    waitedFor: waitedFor.map(personName).join(', '),
    tally:
      waitedFor.length === 0 && voters.length > 0
        ? words.t('sessions.sitting.tally', {
            for: vote.for,
            against: vote.against,
            abstained: vote.abstained,
          })
        : '',
    recused: recused.map(({ person, reason }) => ({ name: personName(person), reason })),
    own: own && { choice: own.choice, word: own.reason },
    chair: chair
      ? words.t('sessions.chair.now', { name: personName(chair) })
      : words.t('sessions.chair.nobody'),
    mayVote,
    mayTakeChair,
    revision: session.revision,
    recusable: sitting.recusable.map((person) => ({ value: person.id, text: personName(person) })),
  };
}
