import type { ApplicationState } from '../workflow/stored.ts';
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

/** The steps that end with the decision. */
export type OpenStep = Exclude<TimedStep, 'agreement'>;

const stepOf: Readonly<Partial<Record<ApplicationState, OpenStep>>> = {
  screening: 'screening',
  informationRequested: 'screening',
  assignment: 'evaluation',
  evaluation: 'evaluation',
  moderation: 'evaluation',
  correction: 'evaluation',
  verification: 'evaluation',
  recommendation: 'decision',
  deliberation: 'decision',
  decided: 'decision',
};

/** In which of them an application in a state stands, null in none; what was asked after its evaluation belongs to the decision. */
export function openStep(state: ApplicationState, isEvaluated: boolean): OpenStep | null {
  return state === 'informationRequested' && isEvaluated ? 'decision' : (stepOf[state] ?? null);
}
