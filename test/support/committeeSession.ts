import { announceDecision } from '../../src/commands/committee/decision/announceDecision.ts';
import { decideApplication } from '../../src/commands/committee/decision/decideApplication.ts';
import { castVote } from '../../src/commands/committee/session/castVote.ts';
import { minutesOf, signMinutes } from '../../src/commands/committee/session/minutesOf.ts';
import {
  closeSession,
  conveneSession,
  openSession,
} from '../../src/commands/committee/session/moveSession.ts';
import { planSession } from '../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import type { Condition, DecisionOutcome } from '../../src/workflow/events.ts';
import { remembered } from './run/remember.ts';

/** Who serves and who sits: the first of the committee is the chair. */
export interface SessionPeople {
  readonly officer: Person;
  readonly committee: readonly [Person, ...Person[]];
}

/** Where a session stands, as a form would carry it along. */
export async function sessionVersion(deps: Deps, sessionId: string) {
  return { sessionId, revision: requireVisible(await deps.store.session(sessionId)).revision };
}

/** A session on some files, open, with the whole committee in the room. Gives its id. */
export async function openSessionOn(
  deps: Deps,
  { officer, committee }: SessionPeople,
  ...agenda: readonly string[]
): Promise<string> {
  // A session opens on its day.
  const plan = { plannedFor: deps.clock.now().toISOString(), place: 'Salle des spécimens', agenda };
  const id = await planSession(deps, officer, plan);
  await conveneSession(deps, officer, await sessionVersion(deps, id));
  const present = committee.map((person) => person.id);
  await openSession(deps, committee[0], { ...(await sessionVersion(deps, id)), present });
  return id;
}

/** Closes a session and has its minutes approved by the chair and one member. */
export async function closeAndApprove(deps: Deps, { committee }: SessionPeople, id: string): Promise<void> {
  await closeSession(deps, committee[0], await sessionVersion(deps, id));
  for (const person of committee.slice(0, 2)) {
    const { digest } = await minutesOf(deps, requireVisible(await deps.store.session(id)));
    await signMinutes(deps, person, { ...(await sessionVersion(deps, id)), minutes: digest });
  }
}

/** A whole session on one file: everyone votes the same way, the chair decides, the minutes are approved. Gives its id. */
async function decideInSession_(
  deps: Deps,
  room: SessionPeople,
  applicationId: string,
  outcome: DecisionOutcome = 'granted',
  conditions: readonly Condition[] = [],
  reason = 'Les critères sont remplis.',
): Promise<string> {
  const id = await openSessionOn(deps, room, applicationId);
  const choice = outcome === 'refused' ? 'against' : 'for';
  for (const person of room.committee)
    await castVote(deps, person, { applicationId, item: applicationId, choice, reason });
  const { revision } = requireVisible(await deps.store.application(applicationId));
  const decision = { applicationId, revision, outcome, reason, conditions };
  await decideApplication(deps, room.committee[0], decision);
  await closeAndApprove(deps, room, id);
  return id;
}

/** The same, and announced. */
export async function decideInSessionAndAnnounce(
  deps: Deps,
  room: SessionPeople,
  applicationId: string,
  outcome: DecisionOutcome = 'granted',
  conditions: readonly Condition[] = [],
): Promise<void> {
  await decideInSession(deps, room, applicationId, outcome, conditions);
  const { revision } = requireVisible(await deps.store.application(applicationId));
  await announceDecision(deps, room.officer, { applicationId, revision });
}

export const decideInSession = remembered('decideInSession', decideInSession_, (deps) => deps);
