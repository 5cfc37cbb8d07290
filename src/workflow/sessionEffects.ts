import type { SessionEvent } from './sessionEvents.ts';
import type { SessionContext } from './stored.ts';

type Context = SessionContext;
type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;

const effect =
  <Type extends SessionEvent['type']>(
    type: Type,
    change: (event: Of<Type>, context: Context) => Partial<Context>,
  ) =>
  ({ context, event }: { context: Context; event: SessionEvent }): Partial<Context> =>
    event.type === type ? change(event as Of<Type>, context) : {};

const joined = (list: readonly string[], id: string): readonly string[] => [...new Set([...list, id])];

/** What each event changes in the context of a session. */
export const sessionEffects = {
  keepPlan: effect('plan', ({ plannedFor, agenda }) => ({ plannedFor, agenda: [...new Set(agenda)] })),
  begin: effect('open', ({ actor, present, chairs, recusals }, c) => ({
    chair: actor.id,
    chairs: chairs === null ? [] : [{ applicationId: null, personId: actor.id }],
    present: [...new Set(present)],
    attended: [...new Set(present)],
    recusals: recusals
      .filter(({ applicationId }) => c.agenda.includes(applicationId))
      .map(({ applicationId, personId }) => ({ applicationId, personId })),
  })),
  letIn: effect('arrive', ({ personId }, c) => ({
    present: joined(c.present, personId),
    attended: joined(c.attended, personId),
  })),
  letOut: effect('leave', ({ personId }, c) => ({ present: c.present.filter((id) => id !== personId) })),
  keepChair: effect('takeChair', ({ applicationId, actor }, c) => ({
    chair: applicationId === null ? actor.id : c.chair,
    chairs: [...c.chairs, { applicationId, personId: actor.id }],
  })),
  /** Who is recused has no vote any more, even one that was cast. */
  keepRecusal: effect('recuse', ({ applicationId, personId }, c) => ({
    recusals: [...c.recusals, { applicationId, personId }],
    votes: c.votes.filter((vote) => !isOf(vote, applicationId, personId)),
  })),
  keepVote: effect('vote', ({ applicationId, actor, choice }, c) => ({
    votes: [
      ...c.votes.filter((vote) => !isOf(vote, applicationId, actor.id)),
      { applicationId, personId: actor.id, choice },
    ],
  })),
  keepConclusion: effect('conclude', ({ applicationId, result, conflicted, actor }, c) => ({
    // As in a session that was stored before it was kept (versions.ts).
    concluded: [...c.concluded, { applicationId, result, chair: c.chairs.length > 0 ? actor.id : null }],
    recusals: [...c.recusals, ...conflicted.map((personId) => ({ applicationId, personId }))],
    votes: c.votes.filter((vote) => !conflicted.some((id) => isOf(vote, applicationId, id))),
  })),
  emptyRoom: effect('close', () => ({ present: [] })),
  /** What was signed is not what is there any more. */
  eraseSignatures: (): Partial<Context> => ({ minutes: null, signedBy: [] }),
  keepSignature: effect('signMinutes', ({ minutes, actor }, c) => ({
    minutes,
    signedBy: joined(c.signedBy, actor.id),
  })),
};

function isOf(one: { applicationId: string; personId: string }, applicationId: string, personId: string) {
  return one.applicationId === applicationId && one.personId === personId;
}
