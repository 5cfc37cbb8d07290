import * as z from 'zod';
import { type EventOf, flag, instant, nothing, text } from './eventShape.ts';

/** How a complaint can be answered. */
export const complaintOutcomes = ['founded', 'partlyFounded', 'unfounded'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

/** The journal keeps the digest of what was written, never the words: those go after their time (data.yaml). */
const written = z.object({ digest: text });

/** What the events of a complaint must say. */
export const complaintShapes = {
  acknowledge: nothing,
  take: z.object({
    /** Whether it is the taker's own, by its address. */
    complains: flag,
    /** Whether the taker is tied to an organisation of whoever complains. */
    tied: flag,
  }),
  nameOutsider: z.object({
    personId: text,
    /** Whether an officer is left who may handle it. */
    officersLeft: flag,
    /** Whether a part, a tie or the complaint itself keeps the named person away. */
    keptAway: flag,
  }),
  note: written,
  askHolder: written.extend({ dueAt: instant }),
  giveStatement: written,
  resolve: written.extend({ outcome: z.enum(complaintOutcomes), contestBy: instant }),
  contest: written.extend({
    /** Whether the secret of the complaint was told. */
    proved: flag,
    dueAt: instant,
  }),
  deadlinePassed: nothing,
};

/** What can happen to a complaint. */
export type ComplaintEvent = EventOf<typeof complaintShapes>;
