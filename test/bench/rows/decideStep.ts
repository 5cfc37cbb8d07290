import { transition } from 'xstate';
import { built } from '../built.ts';
import { decidable } from '../decidable.ts';
import { synchronous } from '../inProcess.ts';
import type { Row } from '../row.ts';

/** What our checks and the way from and to the stored form add to the machine itself. */
export const decideStep: Row = {
  n: 9,
  product: 'a decision as a step: stored file in, stored file and facts out',
  base: 'bare `transition()` of the same machine, snapshot and event',
  goal: { atMost: 1.6 },
  cost: 'time',
  open: async () => {
    const { step } = await built<typeof import('../../../src/workflow/step.ts')>('workflow/step.js');
    const { machines } =
      await built<typeof import('../../../src/workflow/machines.ts')>('workflow/machines.js');
    const { application, event } = await decidable();
    const { state, context } = application;
    const machine = machines.application;
    const snapshot = machine.resolveState({ value: state, context });
    const [decided] = transition(machine, snapshot, event);
    if (decided.value !== 'decided' || !step('application', application, event).taken) {
      throw new Error('the decision was refused: nothing to measure');
    }
    return {
      base: synchronous(() => void transition(machine, snapshot, event)),
      product: synchronous(() => void step('application', application, event)),
      close: async () => {},
    };
  },
};
