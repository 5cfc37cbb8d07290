import { machines } from './machines.ts';
import type { MachineName } from './versions.ts';

/** One way an event can go from a state. */
type Branch = ReturnType<typeof branchOf>;

/** A machine as plain JSON: what a diagram shows and what a version pins. */
interface Definition {
  readonly initial: string;
  readonly states: Readonly<
    Record<string, { readonly final: boolean; readonly on: Readonly<Record<string, readonly Branch[]>> }>
  >;
}

/** A transition as the machines write it (effects.ts, `move` and `stay`). */
interface Transition {
  readonly guard: string;
  readonly target?: string;
  readonly actions: readonly (string | { readonly params: { readonly fact: string } })[];
}

const known: Partial<Record<MachineName, Definition>> = {};

/** States in the order of the machine, with their events, guards, targets, actions and facts. */
export function definitionOf(name: MachineName): Definition {
  known[name] ??= define(name);
  return known[name];
}

function define(name: MachineName): Definition {
  const { config } = machines[name];
  const states = Object.entries(config.states ?? {}).map(([state, { type, on }]) => {
    const events = Object.entries(on ?? {}).map(([event, ways]) => [event, [ways].flat().map(branchOf)]);
    return [state, { final: type === 'final', on: Object.fromEntries(events) }];
  });
  return { initial: String(config.initial), states: Object.fromEntries(states) };
}

function branchOf(written: unknown) {
  const { guard, target, actions } = written as Transition;
  return {
    guard,
    /** Null where the state stays. */
    target: target ?? null,
    actions: actions.filter((action) => typeof action === 'string'),
    facts: actions.flatMap((action) => (typeof action === 'string' ? [] : [action.params.fact])),
  };
}
