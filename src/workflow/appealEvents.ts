import * as z from 'zod';
import { type EventOf, flag, type Inferred, id, instant, nothing, reason } from './eventShape.ts';

const panelist = z.object({
  personId: id,
  member: flag,
  /** Screened, scored, settled, recommended or decided on the file. */
  tookPart: flag,
  conflict: flag,
});
/** Someone who is asked to judge an appeal, as its machine needs to know them. */
export type Panelist = Inferred<typeof panelist>;

/** How a panel can settle an appeal. */
export const appealOutcomes = ['uphold', 'partlyUphold', 'dismiss'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

const admissibility = reason.extend({ tookPart: flag });

/** What the events of an appeal must say. */
export const appealShapes = {
  admit: admissibility,
  findInadmissible: admissibility,
  formPanel: z.object({ panel: z.array(panelist) }),
  conflictFound: z.object({ personId: id }),
  askStay: reason,
  askToLiftStay: reason,
  grantUrgentStay: reason.extend({ dueAt: instant }),
  deadlinePassed: nothing,
  vote: z.object({ choice: z.enum(appealOutcomes) }),
  uphold: reason,
  partlyUphold: reason,
  dismiss: reason,
};

/** What one member asks for, and what takes effect once enough of them ask for it. */
export type AppealRequest = 'findInadmissible' | 'askStay' | 'askToLiftStay';

/** What can happen to an appeal. */
export type AppealEvent = EventOf<typeof appealShapes>;
