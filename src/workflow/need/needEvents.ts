import * as z from 'zod';
import { type EventOf, id, instant, nothing, reason, text } from '../eventShape.ts';

/** How a need can be closed: with somebody found here, somebody found elsewhere, or nobody. */
export const needOutcomes = ['foundHere', 'foundElsewhere', 'notFound'] as const;
export type NeedOutcome = (typeof needOutcomes)[number];

/** What the events of a need must say. The journal keeps the digest of what was written, never the words. */
export const needShapes = {
  edit: z.object({ digest: text, dueAt: instant }),
  /** Another organisation writes to the one that published it. */
  answer: z.object({ organisationId: id }),
  close: z.object({ outcome: z.enum(needOutcomes) }),
  withdraw: nothing,
  deadlinePassed: nothing,
  remove: reason,
};

/** What can happen to a need. */
export type NeedEvent = EventOf<typeof needShapes>;
