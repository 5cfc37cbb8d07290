import type { Procedure } from './procedure.ts';

/** The steps of a sent application that have a time of their own, in their order. */
export const timedSteps = ['screening', 'evaluation', 'decision', 'agreement'] as const;
export type TimedStep = (typeof timedSteps)[number];

/** What of the procedure says how long a step may take. */
export type StepTargets = Pick<Procedure, 'stepDays' | 'reviewDays'>;

/** The working days that each step may take: the agreement those of the applicant, the others those of the scheme. */
export function stepTargets(
  { invitationDays, agreementDays }: { readonly invitationDays: number; readonly agreementDays: number },
  { stepDays, reviewDays }: StepTargets,
): Readonly<Record<TimedStep, number>> {
  return {
    screening: stepDays.screening,
    evaluation: invitationDays + reviewDays,
    decision: stepDays.decision,
    agreement: agreementDays,
  };
}
