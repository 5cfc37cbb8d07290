import type { StoredApplication } from '../workflow/stored.ts';

/** States of an application from its submission until the committee has it, in the order of the way (design: workflow.md). */
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
