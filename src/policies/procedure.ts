/** How a file is dealt with, beside the criteria (criteria/procedure.yaml): the same for every version, on the day it is asked. */
export interface Procedure {
  /** Of the reviewers of a file, at least so many peers of another sector, and so many users or independent people. */
  readonly pair: { readonly peers: number; readonly others: number };
  /** Months for which a person is admitted as a reviewer. */
  readonly admissionMonths: number;
  /** Whether the next candidate is invited by itself when one falls away. */
  readonly nextCandidate: boolean;
  /** Working days to deliver a review, from the day it was accepted. */
  readonly reviewDays: number;
  /** Calendar days to correct a minor finding. */
  readonly findings: { readonly minorDays: number };
  /** Months after the end of its period for which a document still proves something. */
  readonly evidenceMonths: number;
  /** What settles a tied vote: the chair's own vote, or nothing, and then it is a no. */
  readonly castingVote: 'chair' | 'none';
  /** Whether the applicant is told who reviewed. */
  readonly namesShown: boolean;
  /** People who judge an appeal. */
  readonly appeal: { readonly panel: number };
}
