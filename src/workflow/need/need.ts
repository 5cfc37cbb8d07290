import { setup } from 'xstate';
import { effectsFor, factsOf, move, record, stay } from '../effects.ts';
import type { NeedEvent } from './needEvents.ts';
import { needGuards } from './needGuards.ts';
import type { NeedContext } from './storedNeed.ts';

const fact = factsOf('need');

const { on } = effectsFor<NeedContext, NeedEvent>();

const needSetup = setup({
  types: { context: {} as NeedContext, events: {} as NeedEvent, input: {} as NeedContext },
  guards: needGuards,
  actions: {
    record,
    keepDue: on('edit', ({ dueAt }) => ({ dueAt })),
    keepOutcome: on('close', ({ outcome }) => ({ outcome })),
  },
});

const edit = stay('mayEdit', 'keepDue', fact('changed'));
const ends = {
  close: move('mayClose', 'closed', 'keepOutcome', fact('closed')),
  withdraw: move('mayWithdraw', 'withdrawn', fact('withdrawn')),
  deadlinePassed: move('isOver', 'expired', fact('expired')),
  remove: move('mayRemove', 'removed', fact('removed')),
} as const;

/** What an organisation looks for, from the day it says so to what became of it (docs/design/workflow.md#need). */
export const needMachine = needSetup.createMachine({
  id: 'need',
  context: ({ input }) => input,
  initial: 'open',
  states: {
    open: { on: { edit, answer: move('mayAnswer', 'answered', fact('answered')), ...ends } },
    answered: { on: { edit, answer: stay('mayAnswer', fact('answered')), ...ends } },
    closed: { type: 'final' },
    withdrawn: { type: 'final' },
    expired: { type: 'final' },
    removed: { type: 'final' },
  },
});
