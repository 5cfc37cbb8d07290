import { type AnyMachineSnapshot, type AnyStateMachine, transition } from 'xstate';
import { applicationMachine } from './application.ts';
import { applicationGuards } from './applicationGuards.ts';
import type { ApplicationEvent, LabelEvent, ReviewEvent } from './events.ts';
import type { Fact } from './facts.ts';
import type { Guard } from './guards.ts';
import { labelMachine } from './label.ts';
import { labelGuards } from './labelGuards.ts';
import { reviewGuards, reviewMachine } from './review.ts';
import type { StoredApplication, StoredLabel, StoredReview } from './stored.ts';
import { currentVersion, type MachineName, migrate } from './versions.ts';

interface Machines {
  application: { stored: StoredApplication; event: ApplicationEvent };
  review: { stored: StoredReview; event: ReviewEvent };
  label: { stored: StoredLabel; event: LabelEvent };
}

const machines: Record<MachineName, AnyStateMachine> = {
  application: applicationMachine,
  review: reviewMachine,
  label: labelMachine,
};
const guards: Record<MachineName, object> = {
  application: applicationGuards,
  review: reviewGuards,
  label: labelGuards,
};

interface Recorded {
  readonly type: string;
  readonly params: { readonly fact: Fact };
}

/** Either what is to be stored and what became true, or why not: names of checks, or `wrongState`. */
export type Step<Stored> =
  | { readonly taken: true; readonly next: Stored; readonly facts: readonly Fact[] }
  | { readonly taken: false; readonly reasons: readonly string[] };

/** Takes one event, or says why it is refused. Reads no clock, writes nothing; the only caller of XState. */
export function step<M extends MachineName>(
  name: M,
  stored: Machines[M]['stored'],
  event: Machines[M]['event'],
): Step<Machines[M]['stored']> {
  const { state, context } = migrate(name, stored);
  const machine: AnyStateMachine = machines[name];
  const snapshot: AnyMachineSnapshot = machine.resolveState({ value: state, context });
  if (!snapshot.can(event)) return { taken: false, reasons: reasonsAgainst(name, snapshot, event) };
  const [next, actions] = transition(machine, snapshot, event);
  return {
    taken: true,
    next: {
      machineVersion: currentVersion[name],
      state: next.value,
      context: next.context,
    } as Machines[M]['stored'],
    facts: (actions as unknown as readonly Recorded[])
      .filter(({ type }) => type === 'record')
      .map(({ params }) => params.fact),
  };
}

/** Names of the events that the state knows at all, whoever asks. */
export function eventsOf(name: MachineName, state: string): readonly string[] {
  return Object.keys(machines[name].states[state]?.config.on ?? {});
}

function reasonsAgainst(
  name: MachineName,
  snapshot: AnyMachineSnapshot,
  event: Machines[MachineName]['event'],
): readonly string[] {
  const on: Record<string, unknown> = machines[name].states[String(snapshot.value)]?.config.on ?? {};
  const failing = [Object.hasOwn(on, event.type) ? on[event.type] : []].flat().flatMap((candidate) => {
    const { guard } = candidate as { guard: string };
    const { checks } = (guards[name] as Record<string, Guard<unknown, unknown>>)[guard] ?? { checks: [] };
    return checks.filter((check) => !check.holds(snapshot.context, event)).map((check) => check.code);
  });
  return failing.length > 0 ? [...new Set(failing)] : ['wrongState'];
}
