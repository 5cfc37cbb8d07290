import { applicationDecision } from './decision.ts';
import { applicationEvaluation } from './evaluation.ts';
import { applicationIntake } from './intake.ts';
import { applicationRefusal } from './refusal.ts';
import { applicationSetup } from './setup.ts';

/** The life of one request for a label, from draft to signed agreement (docs/design/workflow.md#application). */
export const applicationMachine = applicationSetup.createMachine({
  id: 'application',
  context: ({ input }) => input,
  initial: 'draft',
  states: { ...applicationIntake, ...applicationEvaluation, ...applicationDecision, ...applicationRefusal },
});
