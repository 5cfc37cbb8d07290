import { setup } from 'xstate';
import { effectsFor, factsOf, move, record, stay } from './effects.ts';
import type { FindingEvent } from './findingEvents.ts';
import { findingGuards } from './findingGuards.ts';
import type { FindingContext } from './stored.ts';

const fact = factsOf('finding');

const { on } = effectsFor<FindingContext, FindingEvent>();

const findingSetup = setup({
  types: { context: {} as FindingContext, events: {} as FindingEvent, input: {} as FindingContext },
  guards: findingGuards,
  actions: {
    record,
    keepDue: on('extend', ({ dueAt }) => ({ dueAt })),
    keepLabel: on('carryOver', ({ labelNumber }) => ({ labelNumber })),
  },
});

/** What may happen wherever it stands: the file is granted with it, or ends, or begins anew. */
const anywhere = {
  carryOver: stay('mayCarryOver', 'keepLabel', fact('carriedOver')),
  drop: move('mayDrop', 'dropped', fact('dropped')),
} as const;
/** Only what waits for the organisation can be late. */
const overdue = move('isOverdue', 'escalated', fact('escalated'));
const proposeAction = move('mayProposeAction', 'actionProposed', fact('actionProposed'));

/** One requirement that is not met, and what is done about it (docs/design/workflow.md#finding; ISO/IEC 17065, 7.4.6 to 7.4.9). */
export const findingMachine = findingSetup.createMachine({
  id: 'finding',
  context: ({ input }) => input,
  initial: 'raised',
  states: {
    raised: { on: { proposeAction, deadlinePassed: overdue, ...anywhere } },
    actionProposed: {
      on: {
        acceptAction: move('mayAcceptAction', 'actionAccepted', fact('actionAccepted')),
        returnAction: move('mayReturn', 'raised', fact('actionReturned')),
        ...anywhere,
      },
    },
    actionAccepted: {
      on: {
        submitProof: move('maySubmitProof', 'proofSubmitted', fact('proofSubmitted')),
        deadlinePassed: overdue,
        ...anywhere,
      },
    },
    proofSubmitted: {
      on: {
        close: move('mayCloseFinding', 'closed', fact('closed')),
        returnProof: move('mayReturn', 'actionAccepted', fact('proofReturned')),
        ...anywhere,
      },
    },
    escalated: { on: { extend: move('mayExtendDue', 'raised', 'keepDue', fact('extended')), ...anywhere } },
    closed: { type: 'final' },
    dropped: { type: 'final' },
  },
});
