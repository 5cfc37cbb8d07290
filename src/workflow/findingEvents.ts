import * as z from 'zod';
import { type EventOf, ids, instant, nothing, reason, text } from './eventShape.ts';

/** What the events of a finding must say. */
export const findingShapes = {
  proposeAction: z.object({ action: text }),
  acceptAction: reason,
  returnAction: reason,
  /** With the documents that prove it. */
  submitProof: z.object({ proof: text, documents: ids }),
  close: reason,
  returnProof: reason,
  extend: reason.extend({ dueAt: instant }),
  carryOver: z.object({ labelNumber: text }),
  drop: nothing,
  deadlinePassed: nothing,
};

/** What can happen to a finding. */
export type FindingEvent = EventOf<typeof findingShapes>;
