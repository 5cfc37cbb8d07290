import { machines } from './machines.ts';
import type { MachineName } from './versions.ts';

/** One way an event can go from a state; without a target the state stays. */
export interface Branch {
  readonly guard: string;
  readonly target: string | null;
  readonly actions: readonly string[];
  readonly facts: readonly string[];
}

/** A machine as plain JSON: what a diagram shows and what a version pins. */
export interface Definition {
  readonly initial: string;
  readonly states: Readonly<
    Record<string, { readonly final: boolean; readonly on: Readonly<Record<string, readonly Branch[]>> }>
  >;
}

type Action = string | { readonly type: string; readonly params: { readonly fact: string } };

const definitions: Readonly<Record<MachineName, Definition>> = {
  application: define('application'),
  review: define('review'),
  label: define('label'),
  finding: define('finding'),
  session: define('session'),
  appeal: define('appeal'),
};

/** States in the order in which the machine tells them, with their events, guards, targets, actions and facts. */
export function definitionOf(name: MachineName): Definition {
  return definitions[name];
}

function define(name: MachineName): Definition {
  const { config } = machines[name];
  const states = Object.entries(config.states ?? {}).map(([state, { type, on }]) => {
    const events = Object.entries(on ?? {}).map(([event, written]) => [
      event,
      [written].flat().map(branchOf),
    ]);
    return [state, { final: type === 'final', on: Object.fromEntries(events) }];
  });
  return { initial: String(config.initial), states: Object.fromEntries(states) };
}

function branchOf(written: unknown): Branch {
  const { guard, target, actions } = written as {
    guard: string;
    target?: string;
    actions: Action | Action[];
  };
  const all = [actions].flat();
  return {
    guard,
    target: target ?? null,
    actions: all.filter((action) => typeof action === 'string'),
    facts: all.flatMap((action) => (typeof action === 'string' ? [] : [action.params.fact])),
  };
}
