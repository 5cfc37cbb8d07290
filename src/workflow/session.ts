import { setup } from 'xstate';
import { fact, record } from './effects.ts';
import { sessionEffects } from './sessionEffects.ts';
import type { SessionEvent } from './sessionEvents.ts';
import { sessionGuards } from './sessionGuards.ts';
import type { SessionContext } from './stored.ts';

const sessionSetup = setup({
  types: { context: {} as SessionContext, events: {} as SessionEvent, input: {} as SessionContext },
  guards: sessionGuards,
  actions: { record, ...sessionEffects },
});

const cancel = { guard: 'mayCancel', target: 'cancelled', actions: fact('session.cancelled') } as const;

/** One meeting of the committee (docs/design/workflow.md#session). The quorum counts file by file, after recusals, at the decision. */
export const sessionMachine = sessionSetup.createMachine({
  id: 'session',
  context: ({ input }) => input,
  initial: 'planned',
  states: {
    planned: {
      on: {
        plan: { guard: 'mayPlan', actions: ['keepPlan', fact('session.planned')] },
        convene: { guard: 'mayConvene', target: 'convened', actions: fact('session.convened') },
        cancel,
      },
    },
    convened: {
      on: {
        plan: { guard: 'mayPlan', target: 'planned', actions: ['keepPlan', fact('session.planned')] },
        open: { guard: 'mayOpen', target: 'open', actions: ['begin', fact('session.opened')] },
        cancel,
      },
    },
    open: {
      on: {
        arrive: { guard: 'mayLetIn', actions: ['letIn', fact('session.attendanceChanged')] },
        leave: { guard: 'mayLetOut', actions: ['letOut', fact('session.attendanceChanged')] },
        takeChair: { guard: 'mayTakeChair', actions: ['keepChair', fact('session.chairTaken')] },
        recuse: { guard: 'mayRecuse', actions: ['keepRecusal', fact('session.recused')] },
        vote: { guard: 'mayVote', actions: ['keepVote', fact('session.voted')] },
        conclude: { guard: 'mayConclude', actions: ['keepConclusion', fact('session.concluded')] },
        close: { guard: 'mayClose', target: 'closed', actions: ['emptyRoom', fact('session.closed')] },
      },
    },
    closed: {
      on: {
        takeChair: {
          guard: 'mayInheritChair',
          actions: ['keepChair', 'eraseSignatures', fact('session.chairTaken')],
        },
        reviseMinutes: {
          guard: 'mayReviseMinutes',
          actions: ['eraseSignatures', fact('session.minutesRevised')],
        },
        signMinutes: [
          { guard: 'maySignMinutes', actions: ['keepSignature', fact('session.minutesSigned')] },
          {
            guard: 'maySignMinutesLast',
            target: 'minutesApproved',
            actions: ['keepSignature', fact('session.minutesSigned'), fact('session.minutesApproved')],
          },
        ],
      },
    },
    minutesApproved: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
