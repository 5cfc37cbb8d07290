import { setup } from 'xstate';
import { effectsFor, fact, record } from './effects.ts';
import type { FindingEvent } from './findingEvents.ts';
import { findingGuards } from './findingGuards.ts';
import type { FindingContext } from './stored.ts';

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
  carryOver: { guard: 'mayCarryOver', actions: ['keepLabel', fact('finding.carriedOver')] },
  drop: { guard: 'mayDrop', target: 'dropped', actions: fact('finding.dropped') },
} as const;
/** Only what waits for the organisation can be late. */
const overdue = { guard: 'isOverdue', target: 'escalated', actions: fact('finding.escalated') } as const;
const proposeAction = {
  guard: 'mayProposeAction',
  target: 'actionProposed',
  actions: fact('finding.actionProposed'),
} as const;

/** One requirement that is not met, and what is done about it (docs/design/workflow.md#finding; ISO/IEC 17065, 7.4.6 to 7.4.9). */
export const findingMachine = findingSetup.createMachine({
  id: 'finding',
  context: ({ input }) => input,
  initial: 'raised',
  states: {
    raised: { on: { proposeAction, deadlinePassed: overdue, ...anywhere } },
    actionProposed: {
      on: {
        acceptAction: {
          guard: 'mayAcceptAction',
          target: 'actionAccepted',
          actions: fact('finding.actionAccepted'),
        },
        returnAction: { guard: 'mayReturn', target: 'raised', actions: fact('finding.actionReturned') },
        ...anywhere,
      },
    },
    actionAccepted: {
      on: {
        submitProof: {
          guard: 'maySubmitProof',
          target: 'proofSubmitted',
          actions: fact('finding.proofSubmitted'),
        },
        deadlinePassed: overdue,
        ...anywhere,
      },
    },
    proofSubmitted: {
      on: {
        close: { guard: 'mayCloseFinding', target: 'closed', actions: fact('finding.closed') },
        returnProof: { guard: 'mayReturn', target: 'actionAccepted', actions: fact('finding.proofReturned') },
        ...anywhere,
      },
    },
    escalated: {
      on: {
        extend: { guard: 'mayExtendDue', target: 'raised', actions: ['keepDue', fact('finding.extended')] },
        ...anywhere,
      },
    },
    closed: { type: 'final' },
    dropped: { type: 'final' },
  },
});
