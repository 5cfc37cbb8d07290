import type { LabelState } from '../register/entry.ts';
import type { ApplicationState, StoredApplication, StoredLabel } from '../workflow/stored.ts';

/** States of an application from its submission until the committee has it, in the order of the way (docs/design/workflow.md#application). */
export const stagesBeforeCommittee = [
  'screening',
  'informationRequested',
  'assignment',
  'evaluation',
  'moderation',
  'correction',
  'verification',
  'recommendation',
] as const satisfies readonly StoredApplication['state'][];

/** States of an application whose decision was announced, or that ended, in which no clock of the scheme runs. */
export const stagesAnnounced = [
  'agreement',
  'appealed',
  'granted',
  'refused',
  'closed',
  'withdrawn',
  'lapsed',
] as const satisfies readonly StoredApplication['state'][];

/** States of an application that was sent, in the order of the way; the last five need nothing from the officers any more. */
export const stagesOnceSent = [
  ...stagesBeforeCommittee,
  'deliberation',
  'decided',
  ...stagesAnnounced,
] as const satisfies readonly ApplicationState[];

const over: readonly ApplicationState[] = ['granted', 'closed', 'withdrawn', 'lapsed'];

/**
 * Whether an application has come to its end. Until then its working copy takes answers, also after the submission: what was sent is
 * frozen beside it. A sealed decision must not be told from a deliberation, so both take them.
 */
export function isOver({ state }: { readonly state: ApplicationState }): boolean {
  return over.includes(state);
}

const applicants: readonly ApplicationState[] = ['draft', 'informationRequested', 'correction', 'agreement'];

/** Whether the next step of an application is its applicant's. */
export function waitsForApplicant({ state }: { readonly state: ApplicationState }): boolean {
  return applicants.includes(state);
}

/** States of a label that is not over: it holds, or may hold again. */
export const runningLabelStates = [
  'issuing',
  'active',
  'extended',
  'suspended',
  'withdrawalPending',
] as const satisfies readonly LabelState[];

/** Whether a label has come to its end. */
export function hasEnded({ state }: { readonly state: LabelState }): boolean {
  return !runningLabelStates.some((running) => running === state);
}

/** Whether a suspension of a label can be proposed: it holds, and nothing is being heard or stayed. */
export function takesProposal({ state, context }: Pick<StoredLabel, 'state' | 'context'>): boolean {
  return (state === 'active' || state === 'extended') && context.hearing === null && context.stayed === null;
}
