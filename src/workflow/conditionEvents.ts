import * as z from 'zod';
import { type EventOf, ids, instant, nothing, reason, text } from './eventShape.ts';

/** What the events of a condition must say. */
export const conditionShapes = {
  /** With the documents that prove it. */
  submitProof: z.object({ proof: text, documents: ids }),
  /** What the holder said by telephone, and when: it is judged as a proof is. */
  recordCall: z.object({ on: z.iso.date(), text }),
  confirm: reason,
  /** With the day until which it is to be proven anew. */
  reject: reason.extend({ dueAt: instant }),
  extend: reason.extend({ dueAt: instant }),
  drop: nothing,
  deadlinePassed: nothing,
};

/** What can happen to a condition. */
export type ConditionEvent = EventOf<typeof conditionShapes>;
