import { effectsFor } from '../effects.ts';
import type { SessionContext } from '../stored.ts';
import type { SessionEvent } from './sessionEvents.ts';

const { on, every } = effectsFor<SessionContext, SessionEvent>();

const joined = (list: readonly string[], id: string): readonly string[] => [...new Set([...list, id])];

/** What each event changes in the context of a session. */
export const sessionEffects = {
  /** Another day is convened anew; an excuse is for the hour that it was given for. */
  keepPlan: on('plan', ({ plannedFor, agenda }, c) => ({
    plannedFor,
    agenda: [...new Set(agenda)],
    invited: null,
    excused: plannedFor === c.plannedFor ? c.excused : [],
  })),
  keepInvited: on('convene', ({ invited = null }) => ({ invited })),
  keepExcuse: on('excuse', ({ actor }, c) => ({ excused: joined(c.excused, actor.id) })),
  dropExcuse: on('takeExcuseBack', ({ actor }, c) => ({
    excused: c.excused.filter((id) => id !== actor.id),
  })),
  begin: on('open', ({ actor, present, recusals }, c) => ({
    chair: actor.id,
    chairs: [{ applicationId: null, personId: actor.id }],
    present: [...new Set(present)],
    attended: [...new Set(present)],
    recusals: recusals
      .filter(({ applicationId }) => c.agenda.includes(applicationId))
      .map(({ applicationId, personId }) => ({ applicationId, personId })),
  })),
  letIn: on('arrive', ({ personId }, c) => ({
    present: joined(c.present, personId),
    attended: joined(c.attended, personId),
  })),
  letOut: on('leave', ({ personId }, c) => ({ present: c.present.filter((id) => id !== personId) })),
  keepChair: on('takeChair', ({ applicationId, actor }, c) => ({
    chair: applicationId === null ? actor.id : c.chair,
    chairs: [...c.chairs, { applicationId, personId: actor.id }],
  })),
  /** Who is recused has no vote any more, even one that was cast. */
  keepRecusal: on('recuse', ({ applicationId, personId }, c) => ({
    recusals: [...c.recusals, { applicationId, personId }],
    votes: c.votes.filter((vote) => !isOf(vote, applicationId, personId)),
  })),
  keepVote: on('vote', ({ applicationId, item = applicationId, actor, choice }, c) => ({
    votes: [
      ...c.votes.filter((vote) => !isOf(vote, applicationId, actor.id)),
      { applicationId, item, personId: actor.id, choice },
    ],
  })),
  /** A vote of who is barred does not count, nor one on another item of the file. */
  keepConclusion: on('conclude', ({ applicationId, item, result, conflicted, actor }, c) => ({
    concluded: [...c.concluded, { applicationId, result, chair: actor.id }],
    recusals: [...c.recusals, ...conflicted.map((personId) => ({ applicationId, personId }))],
    votes: c.votes.filter(
      (vote) =>
        !conflicted.some((id) => isOf(vote, applicationId, id)) &&
        (item === undefined || vote.applicationId !== applicationId || vote.item === item),
    ),
  })),
  emptyRoom: on('close', () => ({ present: [] })),
  /** What was signed is not what is there any more. */
  eraseSignatures: every(() => ({ minutes: null, signedBy: [] })),
  keepSignature: on('signMinutes', ({ minutes, actor }, c) => ({
    minutes,
    signedBy: joined(c.signedBy, actor.id),
  })),
};

function isOf(one: { applicationId: string; personId: string }, applicationId: string, personId: string) {
  return one.applicationId === applicationId && one.personId === personId;
}
