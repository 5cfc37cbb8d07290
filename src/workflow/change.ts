import { setup } from 'xstate';
import type { ChangeEvent } from './changeEvents.ts';
import { changeGuards } from './changeGuards.ts';
import { effectsFor, factsOf, move, record } from './effects.ts';
import type { ChangeContext } from './storedChange.ts';

const fact = factsOf('change');

const { on, every } = effectsFor<ChangeContext, ChangeEvent>();

const changeSetup = setup({
  types: { context: {} as ChangeContext, events: {} as ChangeEvent, input: {} as ChangeContext },
  guards: changeGuards,
  actions: {
    record,
    keepEffect: on('assess', ({ effect, dueAt }) => ({ effect, dueAt })),
    stopClock: every(() => ({ dueAt: null })),
  },
});

const assess = [
  move('maySettle', 'closed', 'keepEffect', 'stopClock', fact('assessed')),
  move('mayFollowUp', 'followUp', 'keepEffect', fact('assessed')),
] as const;
const conclude = move('mayConclude', 'closed', 'stopClock', fact('concluded'));
const applicationSent = move('mayGoOn', 'examined', 'stopClock', fact('applicationSent'));
const applicationFailed = move('mayGoOn', 'unsettled', 'stopClock', fact('applicationFailed'));
const drop = move('mayDrop', 'dropped', 'stopClock', fact('dropped'));

/** What a holder, or the office, noticed to have changed since the label was granted (docs/design/workflow.md#change; ISO/IEC 17065, 7.10). */
export const changeMachine = changeSetup.createMachine({
  id: 'change',
  context: ({ input }) => input,
  initial: 'notified',
  states: {
    notified: { on: { assess, drop } },
    followUp: {
      on: {
        assess,
        conclude,
        drop,
        applicationSent,
        applicationFailed,
        deadlinePassed: move('isOverdue', 'overdue', 'stopClock', fact('overdue')),
      },
    },
    overdue: { on: { assess, conclude, drop, applicationSent, applicationFailed } },
    examined: {
      on: { conclude: move('mayConcludeExamined', 'closed', fact('concluded')), applicationFailed, drop },
    },
    unsettled: { on: { assess, conclude, drop } },
    closed: { type: 'final' },
    dropped: { type: 'final' },
  },
});
