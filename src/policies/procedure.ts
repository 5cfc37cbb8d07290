import * as z from 'zod';

const count = z.number().int().min(0).max(20);

/** What criteria/procedure.yaml says. */
export const procedureShape = z.strictObject({
  /** Of the reviewers of a file, at least so many peers of another sector, and so many users or independent people. */
  pair: z.strictObject({ peers: count, others: count }).readonly(),
  /** Months for which a person is admitted as a reviewer. */
  admissionMonths: z.number().int().min(1).max(60),
  /** Whether the next candidate is invited automatically when one falls away. */
  nextCandidate: z.boolean(),
  /** Working days to deliver a review, from the day it was accepted. */
  reviewDays: z.number().int().min(1).max(250),
  /** Calendar days to correct a minor finding. */
  findings: z.strictObject({ minorDays: z.number().int().min(1).max(730) }).readonly(),
  /** Months after the end of its period for which a document still proves something. */
  evidenceMonths: z.number().int().min(1).max(120),
  /** What settles a tied vote: the chair's own vote, or nothing, and then it is a no. */
  castingVote: z.enum(['chair', 'none']),
  /** Whether the applicant learns who reviewed. */
  namesShown: z.boolean(),
  /** Working days in which a holder can be heard before, or after, their label is suspended or withdrawn. */
  sanctions: z.strictObject({ hearingDays: z.number().int().min(1).max(60) }).readonly(),
  /** People who judge an appeal. */
  appeal: z.strictObject({ panel: count.min(1) }).readonly(),
});

/** How a file is dealt with, beside the criteria: the same for every version, on the day it is asked. */
export type Procedure = Readonly<z.infer<typeof procedureShape>>;
