import { decideApplication } from '../../commands/committee/decision/decideApplication.ts';
import { castVote } from '../../commands/committee/session/castVote.ts';
import { minutesOf, signMinutes } from '../../commands/committee/session/minutesOf.ts';
import { closeSession, conveneSession, openSession } from '../../commands/committee/session/moveSession.ts';
import { changePlan, planSession } from '../../commands/committee/session/planSession.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Session } from '../../commands/items/decidingItems.ts';
import type { Application } from '../../commands/items/items.ts';
import { addDays, dayOf, instantAt } from '../../register/day.ts';
import type { Condition, DecisionOutcome } from '../../workflow/events.ts';
import { said } from './organisations.ts';
import { fileAt, type Stage } from './stage.ts';

/** Who sits, the chair first; the others of the committee are kept for appeals. */
const seated = ['chair', 'member-1', 'member-2'] as const;

/** What a committee decides, and why. */
export interface Decided {
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly conditions?: readonly Condition[];
}

/** Calls the committee together on a file, where it is not yet, for a day so many days ahead. */
export async function convene(stage: Stage, file: Application, daysAhead: number): Promise<void> {
  const { deps } = stage;
  if (await sittingOn(stage, file)) return;
  const officer = await stage.person('officer');
  const day = addDays(dayOf(deps.clock.now().toISOString()), daysAhead);
  const plan = { plannedFor: instantAt(day, '18:30'), place: said.room, agenda: [file.id] };
  const sessionId = await planSession(deps, officer, plan);
  await conveneSession(deps, officer, await versionOf(stage, sessionId));
}

/** A session that was convened for another day is convened anew for today. */
async function moveToToday(stage: Stage, file: Application): Promise<void> {
  const { deps } = stage;
  const { id, state, place, context } = requireVisible((await sittingOn(stage, file)) ?? null);
  const today = dayOf(deps.clock.now().toISOString());
  if (state === 'open' || dayOf(context.plannedFor) === today) return;
  const officer = await stage.person('officer');
  const plan = { plannedFor: instantAt(today, '18:30'), place, agenda: context.agenda };
  await changePlan(deps, officer, { ...(await versionOf(stage, id)), ...plan });
  await conveneSession(deps, officer, await versionOf(stage, id));
}

/** A session on one file: everyone votes the same way, and the chair decides. */
export async function decide(stage: Stage, file: Application, decided: Decided): Promise<void> {
  const { deps } = stage;
  const { outcome, reason, conditions = [] } = decided;
  const people = await Promise.all(seated.map(stage.person));
  const chair = requireVisible(people[0] ?? null);
  await convene(stage, file, 0);
  await moveToToday(stage, file);
  const { id, state, context } = requireVisible((await sittingOn(stage, file)) ?? null);
  const present = people.map((one) => one.id);
  if (state !== 'open') await openSession(deps, chair, { ...(await versionOf(stage, id)), present });
  const choice = outcome === 'refused' ? 'against' : 'for';
  for (const one of people.filter((voter) => !context.votes.some(({ personId }) => personId === voter.id)))
    await castVote(deps, one, { applicationId: file.id, item: file.id, choice, reason });
  await decideApplication(deps, chair, { ...(await fileAt(stage, file)), outcome, reason, conditions });
}

/** Closes the session that decided on a file, and has its minutes approved by the chair and one member. */
export async function approve(stage: Stage, file: Application): Promise<void> {
  const { deps } = stage;
  const sitting = await sittingOn(stage, file);
  if (!sitting) return;
  const [chair, member] = await Promise.all(seated.map(stage.person));
  const known = requireVisible(chair ?? null);
  if (sitting.state === 'open') await closeSession(deps, known, await versionOf(stage, sitting.id));
  for (const one of [known, requireVisible(member ?? null)]) {
    const now = requireVisible(await deps.store.session(sitting.id));
    if (now.signatures.some(({ personId }) => personId === one.id)) continue;
    const { digest } = await minutesOf(deps, now);
    await signMinutes(deps, one, { ...(await versionOf(stage, sitting.id)), minutes: digest });
  }
}

/** The session under way that has a file on its agenda. */
async function sittingOn({ deps }: Stage, { id }: Application): Promise<Session | undefined> {
  return (await deps.store.sessionsOn(id)).find(
    ({ state }) => state !== 'cancelled' && state !== 'minutesApproved',
  );
}

async function versionOf({ deps }: Stage, sessionId: string) {
  return { sessionId, revision: requireVisible(await deps.store.session(sessionId)).revision };
}
