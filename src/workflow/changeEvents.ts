import * as z from 'zod';
import { type EventOf, instant, nothing, reason } from './eventShape.ts';

/** What a notice of change can lead to: nothing, an update of the register alone, a new certificate, an evaluation of some criteria, or a new application. */
export const changeEffects = ['none', 'register', 'certificate', 'evaluation', 'application'] as const;
export type ChangeEffect = (typeof changeEffects)[number];

/** What the events of a notice of change must say. */
export const changeShapes = {
  /** `dueAt` is until when what follows must be there; null where nothing is left to do. */
  assess: reason.extend({ effect: z.enum(changeEffects), dueAt: instant.nullable() }),
  conclude: reason,
  /** The application that follows from it is examined from now on. */
  applicationSent: nothing,
  /** It was sent, and ended without what it asked for. */
  applicationFailed: nothing,
  deadlinePassed: nothing,
  drop: nothing,
};

/** What can happen to a notice of change. */
export type ChangeEvent = EventOf<typeof changeShapes>;
