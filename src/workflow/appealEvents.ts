import * as z from 'zod';
import { type EventOf, flag, type Inferred, id, ids, reason } from './eventShape.ts';

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
const judged = reason.extend({
  /** Those of the panel who were for it, as one of them entered it for all: before the machine's second version only. */
  concurring: ids.exactOptional(),
});

/** What the events of an appeal must say. */
export const appealShapes = {
  admit: admissibility,
  declareInadmissible: admissibility,
  formPanel: z.object({ panel: z.array(panelist) }),
  conflictFound: z.object({ personId: id }),
  grantStay: reason,
  liftStay: reason,
  vote: z.object({ choice: z.enum(appealOutcomes) }),
  uphold: judged,
  partlyUphold: judged,
  dismiss: judged,
};

/** What can happen to an appeal. */
export type AppealEvent = EventOf<typeof appealShapes>;
