import * as z from 'zod';
import { type EventOf, instant, nothing, reason, text } from './eventShape.ts';

/** What a label is looked at for while it lasts, and once more when it ends. */
export const surveillanceTasks = ['declaration', 'midterm', 'siteCheck', 'markRemoval'] as const;
export type SurveillanceTask = (typeof surveillanceTasks)[number];

/** What the events of a surveillance must say. */
export const surveillanceShapes = {
  /** With the digest of what the holder declared. */
  declare: z.object({ digest: text }),
  /** With the digest of what an officer wrote down of a site check. */
  recordCheck: z.object({ digest: text }),
  confirm: reason,
  raiseFindings: reason.extend({ dueAt: instant }),
  drop: nothing,
  deadlinePassed: nothing,
};

/** What can happen to a surveillance. */
export type SurveillanceEvent = EventOf<typeof surveillanceShapes>;
