import { assign } from 'xstate';
import type { DomainEvent } from './domainEvents.ts';

/** The action that says what became true. */
export const fact = (name: DomainEvent) => ({ type: 'record', params: { fact: name } }) as const;

/** What that action does: nothing by itself; step.ts collects it. */
export const record = (_: unknown, _params: { readonly fact: DomainEvent }): void => {};

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
