import { assign } from 'xstate';
import type { DomainEvent, FactOf, Facts } from './domainEvents.ts';

/** The action that says what became true of one kind of item, by the name that it has there. */
export function factsOf<About extends keyof Facts>(about: About) {
  return (name: FactOf<About>) =>
    ({ type: 'record', params: { fact: `${about}.${name}` as DomainEvent } }) as const;
}

/** What that action does: nothing on its own; step.ts collects it. */
export const record = (_: unknown, _params: { readonly fact: DomainEvent }): void => {};

/** One way an event can go: what must hold, the state it leads to, and what it does, in order. */
export function move<
  const Guard extends string,
  const Target extends string,
  const Actions extends readonly unknown[],
>(guard: Guard, target: Target, ...actions: Actions) {
  return { guard, target, actions } as const;
}

/** The same where the state stays. */
export function stay<const Guard extends string, const Actions extends readonly unknown[]>(
  guard: Guard,
  ...actions: Actions
) {
  return { guard, actions } as const;
}

/** The ways to write what the events of one machine change in its context. */
export function effectsFor<Context extends object, Event extends { readonly type: string }>() {
  const every = (change: (event: Event, context: Context) => Partial<Context>) =>
    assign<Context, Event, undefined, Event, never>(({ context, event }) => change(event, context));
  return {
    /** Of every event. */
    every,
    /** Of one type of event; another type changes nothing. */
    on: <Type extends Event['type']>(
      type: Type,
      change: (event: Extract<Event, { type: Type }>, context: Context) => Partial<Context>,
    ) => every((event, c) => (event.type === type ? change(event as Extract<Event, { type: Type }>, c) : {})),
  };
}
