import { definitionOf } from '../../../src/workflow/definition.ts';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import type { WorkflowEvent } from '../../../src/workflow/events.ts';
import { guardsOf, type Machines } from '../../../src/workflow/machines.ts';
import { chairOf } from '../../../src/workflow/session/sessionChair.ts';
import { type Step, step } from '../../../src/workflow/step.ts';
import type { ApplicationContext } from '../../../src/workflow/stored.ts';
import type { MachineName } from '../../../src/workflow/versions.ts';
import { applicationEvents } from './applicationEvents.ts';
import { complaintEvents } from './complaintEvents.ts';
import { conditionEvents } from './conditionEvents.ts';
import { appealEvents, findingEvents, sessionEvents, surveillanceEvents } from './decidingEvents.ts';
import { labelEvents } from './labelEvents.ts';
import { needEvents } from './needEvents.ts';
import { changeEvents, reviewEvents } from './otherEvents.ts';
import { otherStarts, siteCheckStart, starts } from './starts.ts';

/** An item of any machine, as it is stored. */
export type AnyStored = Machines[MachineName]['stored'];

/** One event that was taken, and the way it went. */
export interface Taken {
  readonly from: AnyStored;
  readonly event: WorkflowEvent;
  readonly guard: string;
  readonly to: AnyStored;
  readonly facts: readonly DomainEvent[];
}

/** Everything that can happen to an item of a machine, from its start, when every actor tries everything. */
export interface Walk {
  readonly visited: readonly AnyStored[];
  readonly taken: readonly Taken[];
  /** The visited place that an item counts as. */
  readonly placed: (item: AnyStored) => AnyStored;
}

export const machineNames = Object.keys(starts) as readonly MachineName[];

const events = {
  application: applicationEvents,
  review: reviewEvents,
  label: labelEvents,
  finding: findingEvents,
  condition: conditionEvents,
  session: sessionEvents,
  appeal: appealEvents,
  surveillance: surveillanceEvents,
  change: changeEvents,
  complaint: complaintEvents,
  need: needEvents,
} as unknown as Readonly<Record<MachineName, (context: object) => readonly WorkflowEvent[]>>;

/** The candidate events of a machine in the present context. */
export function eventsFor(name: MachineName, { context }: AnyStored): readonly WorkflowEvent[] {
  return events[name](context);
}

/** `step` for a machine that is known only when the test runs. */
export function stepOf(name: MachineName, stored: AnyStored, event: unknown): Step<AnyStored> {
  return (step as (name: MachineName, stored: AnyStored, event: unknown) => Step<AnyStored>)(
    name,
    stored,
    event,
  );
}

/** The name of the guard that lets an event through, or undefined. */
export function guardTaken(name: MachineName, { state, context }: AnyStored, event: WorkflowEvent) {
  const branches = definitionOf(name).states[state]?.on[event.type] ?? [];
  type Anyone = Readonly<Record<string, (args: { context: unknown; event: unknown }) => boolean>>;
  return branches.find(({ guard }) => (guardsOf(name) as unknown as Anyone)[guard]?.({ context, event }))
    ?.guard;
}

const known = new Map<MachineName, Walk>();

/** Breadth first from the start; two items count as one place when their guards could not tell them apart. */
export function walkOf(name: MachineName): Walk {
  const walk = known.get(name) ?? walkFrom(name);
  known.set(name, walk);
  return walk;
}

function walkFrom(name: MachineName): Walk {
  const checks = name === 'surveillance' ? [siteCheckStart] : [];
  const beginnings: AnyStored[] = [starts[name], ...checks, ...(otherStarts[name] ?? [])];
  const visited = new Map(beginnings.map((start) => [placeOf(start), start]));
  const taken: Taken[] = [];
  for (const from of visited.values()) {
    for (const event of eventsFor(name, from)) {
      const result = stepOf(name, from, event);
      if (!result.taken) continue;
      const { next: to, facts } = result;
      taken.push({ from, event, guard: guardTaken(name, from, event) ?? '', to, facts });
      if (!visited.has(placeOf(to))) visited.set(placeOf(to), to);
    }
  }
  return { visited: [...visited.values()], taken, placed: (item) => visited.get(placeOf(item)) ?? item };
}

/** People and counters grow without end; what matters is the shape of a file. */
function placeOf({ state, context }: AnyStored): string {
  if (!('limits' in context)) return JSON.stringify([state, othersOf(context)]);
  const { kind, reviewers, limits, returnTo, outcome, appealAgainst, dueAt, rapporteur, moderatedBy } =
    context;
  const roundsLeft = [
    context.informationRounds < limits.informationRounds,
    context.correctionRounds < limits.correctionRounds,
  ];
  const team = reviewers.map((r) => r.delivered);
  return JSON.stringify([
    kind,
    state,
    team,
    roundsLeft,
    returnTo,
    outcome,
    appealAgainst,
    dueAt !== null,
    rapporteur !== null,
    moderatedBy !== null,
  ]);
}

/** What tells two places of the smaller machines apart. */
function othersOf(context: Exclude<AnyStored['context'], ApplicationContext>): unknown {
  if ('task' in context && 'findings' in context) return [context.task, context.findings > 0];
  if ('standing' in context) {
    const { hearing, stayed, appealable, endsOn, notice, dueAt } = context;
    const heard = hearing && [hearing.about, hearing.answered];
    return [heard, stayed, appealable.length > 0, endsOn !== null, notice?.confirmed, dueAt];
  }
  if ('agenda' in context) {
    // The chair may change hands forever: what counts is who holds it, of the session and of each file.
    const held = context.agenda.map((id) => chairOf(context, id));
    return { ...context, attended: [], chairs: held };
  }
  if ('complaintId' in context) {
    const { handler, earlierHandlers, statement, outcome, contested } = context;
    return [handler, earlierHandlers, statement, outcome, contested];
  }
  if (!('panel' in context)) return 'grade' in context && context.labelNumber;
  const votes = context.votes.map(({ personId, outcome }) => `${personId} ${outcome}`).sort();
  const asked = context.asked.map(({ personId, step }) => `${personId} ${step}`).sort();
  return [context.panel, context.stayed, votes, asked, context.dueAt, context.urgentStay];
}

/** Enough places to tell of; a session has thousands, which differ in who of its people came and voted. */
const maxPlaces = 24;

/** The events that were taken, each kind from each state and by each guard, at no more than so many places, evenly from first to last. */
export function spread(taken: readonly Taken[]): readonly Taken[] {
  const kindOf = ({ from, event, guard }: Taken) => `${from.state} ${event.type} ${guard}`;
  const kinds = new Map<string, Taken[]>();
  for (const one of taken) {
    const kind = kindOf(one);
    const alike = kinds.get(kind) ?? [];
    kinds.set(kind, alike);
    alike.push(one);
  }
  return [...kinds.values()].flatMap((alike) => {
    const gap = Math.max(1, alike.length / maxPlaces);
    return alike.filter((_, i) => Math.floor(i / gap) !== Math.floor((i - 1) / gap));
  });
}
