import { setup } from 'xstate';
import type { ConditionEvent } from './conditionEvents.ts';
import { conditionGuards } from './conditionGuards.ts';
import { effectsFor, factsOf, move, record } from './effects.ts';
import type { ConditionContext } from './stored.ts';

const fact = factsOf('condition');

const conditionSetup = setup({
  types: { context: {} as ConditionContext, events: {} as ConditionEvent, input: {} as ConditionContext },
  guards: conditionGuards,
  actions: {
    record,
    keepDue: effectsFor<ConditionContext, ConditionEvent>().every((event) =>
      'dueAt' in event ? { dueAt: event.dueAt } : {},
    ),
  },
});

const submitProof = move('maySubmitProof', 'proofSubmitted', fact('proofSubmitted'));
const recordCall = move('mayRecordCall', 'proofSubmitted', fact('callRecorded'));
const extend = move('mayExtend', 'open', 'keepDue', fact('extended'));
const drop = move('mayDrop', 'dropped', fact('dropped'));

/** One condition of a label that was granted with conditions (docs/design/workflow.md#condition; ISO/IEC 17065, 7.6 and 7.9). */
export const conditionMachine = conditionSetup.createMachine({
  id: 'condition',
  context: ({ input }) => input,
  initial: 'open',
  states: {
    open: {
      on: { submitProof, recordCall, extend, deadlinePassed: move('isUnmet', 'unmet', fact('unmet')), drop },
    },
    proofSubmitted: {
      on: {
        confirm: move('mayConfirm', 'met', fact('met')),
        reject: move('mayReject', 'open', 'keepDue', fact('rejected')),
        drop,
      },
    },
    unmet: { on: { submitProof, recordCall, extend, drop } },
    met: { type: 'final' },
    dropped: { type: 'final' },
  },
});
