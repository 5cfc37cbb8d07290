import { type AnyMachineSnapshot, type AnyStateMachine, transition } from 'xstate';
import { definitionOf } from './definition.ts';
import type { DomainEvent } from './domainEvents.ts';
import type { WorkflowEvent } from './events.ts';
import { isWellFormed } from './isWellFormed.ts';
import { guardsOf, type Machines, machines } from './machines.ts';
import type { Stored } from './stored.ts';
import { currentVersion, type MachineName, migrate } from './versions.ts';

type Next = readonly [AnyMachineSnapshot, readonly { readonly type: string; readonly params: unknown }[]];

/** Either what is to be stored and what became true, or why not: names of checks, `wrongState` or `wellFormed`. */
export type Step<Stored> =
  | { readonly taken: true; readonly next: Stored; readonly facts: readonly DomainEvent[] }
  | { readonly taken: false; readonly reasons: readonly string[] };

/** Takes one event, or says why it is refused. Reads no clock, writes nothing; the only caller of XState. */
export function step<M extends MachineName>(
  name: M,
  stored: Machines[M]['stored'],
  event: Machines[M]['event'],
): Step<Machines[M]['stored']> {
  const { state, context } = migrate<Stored<string, object>>(name, stored);
  if (!eventsOf(name, state).includes(event?.type)) return { taken: false, reasons: ['wrongState'] };
  if (!isWellFormed(name, event)) return { taken: false, reasons: ['wellFormed'] };
  const machine: AnyStateMachine = machines[name];
  const snapshot: AnyMachineSnapshot = machine.resolveState({ value: state, context });
  if (!snapshot.can(event)) return { taken: false, reasons: reasonsAgainst(name, snapshot, event) };
  const [next, actions]: Next = transition(machine, snapshot, event);
  return {
    taken: true,
    next: {
      machineVersion: currentVersion[name],
      state: next.value,
      context: next.context,
    } as Machines[M]['stored'],
    facts: actions
      .filter(({ type }) => type === 'record')
      .map(({ params }) => (params as { readonly fact: DomainEvent }).fact),
  };
}

/** Names of the events that the state knows at all, whoever asks. */
export function eventsOf(name: MachineName, state: string): readonly string[] {
  return Object.keys(definitionOf(name).states[state]?.on ?? {});
}

function reasonsAgainst(
  name: MachineName,
  { value, context }: AnyMachineSnapshot,
  event: WorkflowEvent,
): readonly string[] {
  const branches = definitionOf(name).states[String(value)]?.on[event.type] ?? [];
  const failing = branches.flatMap(({ guard }) => {
    const checks = guardsOf(name)[guard]?.checks ?? [];
    return checks.filter((check) => !check.holds(context, event)).map((check) => check.code);
  });
  return failing.length > 0 ? [...new Set(failing)] : ['wrongState'];
}
