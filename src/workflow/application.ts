import { applicationDecision } from './applicationDecision.ts';
import { applicationEvaluation } from './applicationEvaluation.ts';
import { applicationIntake } from './applicationIntake.ts';
import { applicationRefusal } from './applicationRefusal.ts';
import { applicationSetup } from './applicationSetup.ts';

/** The life of one request for a label, from draft to signed agreement (design: workflow.md, application). */
export const applicationMachine = applicationSetup.createMachine({
  id: 'application',
  context: ({ input }) => input,
  initial: 'draft',
  states: { ...applicationIntake, ...applicationEvaluation, ...applicationDecision, ...applicationRefusal },
});
