import type * as z from 'zod';
import type { WorkflowEvent } from './events.ts';
import type { Machines } from './machines.ts';
import type { MachineName } from './versions.ts';

type Said<Event extends WorkflowEvent, Type> = Omit<Extract<Event, { type: Type }>, 'at' | 'actor' | 'type'>;

/** The shape of each event of each machine, beside who does it and when. */
export type Shapes = {
  readonly [M in MachineName]: {
    readonly [Type in Machines[M]['event']['type']]: z.ZodType<Said<Machines[M]['event'], Type>>;
  };
};
