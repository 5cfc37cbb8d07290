import { LabelError, refuseFor } from '../../../errors.ts';
import { isChair, isOfficer } from '../../../policies/who.ts';
import type { StoredSession } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { actorOf, requireDutyOnAll } from '../../common/actor.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import { addItem } from '../../common/noteOn.ts';
import { openScheme } from '../../common/schemeOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type SessionInput, sessionInProgress } from './sessionInProgress.ts';
import { waitingAmong } from './waitingFiles.ts';

/** When and where the committee meets, and on which files, in their order. */
export interface SessionPlan {
  /** ISO instant. */
  readonly plannedFor: string;
  readonly place: string;
  readonly agenda: readonly string[];
}

/** Plans a session of the committee, by an officer or a chair. Gives its id. */
export async function planSession(deps: Deps, asker: Asker, plan: SessionPlan): Promise<string> {
  if (!isOfficer(asker) && !isChair(asker)) throw new LabelError('forbidden');
  const agenda = await waitingAmong(deps, plan.agenda);
  refuseFor({ filesInDeliberation: agenda.length < new Set(plan.agenda).size });
  await requireDutyOnAll(deps, asker, await deps.store.applications(agenda), 'session.putOnAgenda');
  const { place, plannedFor } = plan;
  const id = deps.ids.next();
  const stored: StoredSession = {
    machineVersion: currentVersion.session,
    state: 'planned',
    context: {
      sessionId: id,
      quorum: openScheme(deps).scheme.process.quorum,
      plannedFor,
      agenda,
      invited: null,
      excused: [],
      chair: null,
      chairs: [],
      present: [],
      attended: [],
      recusals: [],
      votes: [],
      concluded: [],
      minutes: null,
      signedBy: [],
    },
  };
  const nothing = { attendance: [], words: [], remarks: [], signatures: [] };
  const after = { id, ...stored, place, ...nothing, openedAt: null, closedAt: null };
  const at = deps.clock.now().toISOString();
  const line = { at, actor: actorOf(asker), facts: ['session.planned'], data: { stored, place } } as const;
  await deps.store.commit([addItem(deps, 'committeeSessions', after, line)]);
  return id;
}

/** Changes day, place or agenda before the session is open; files that the person must not know of stay on the agenda. */
export async function changePlan(deps: Deps, asker: Asker, input: SessionInput & SessionPlan): Promise<void> {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const { plannedFor, place } = input;
  const visible = new Set((await deps.store.applications(session.context.agenda)).map(({ id }) => id));
  const hidden = session.context.agenda.filter((id) => !visible.has(id));
  const chosen = await waitingAmong(deps, input.agenda);
  const added = chosen.filter((id) => !session.context.agenda.includes(id));
  await requireDutyOnAll(deps, asker, await deps.store.applications(added), 'session.putOnAgenda');
  const event = {
    ...eventMeta,
    type: 'plan',
    plannedFor,
    agenda: [...chosen, ...hidden.filter((id) => !chosen.includes(id))],
    notInDeliberation: new Set(input.agenda).size - chosen.length,
  } as const;
  await deps.store.commit([applyToSession(deps, session, event, { place }, { place })]);
}
