import { setup } from 'xstate';
import { factsOf, move, record, stay } from '../effects.ts';
import type { SessionContext } from '../stored.ts';
import { sessionEffects } from './sessionEffects.ts';
import type { SessionEvent } from './sessionEvents.ts';
import { sessionGuards } from './sessionGuards.ts';

const fact = factsOf('session');

const sessionSetup = setup({
  types: { context: {} as SessionContext, events: {} as SessionEvent, input: {} as SessionContext },
  guards: sessionGuards,
  actions: { record, ...sessionEffects },
});

const cancel = move('mayCancel', 'cancelled', fact('cancelled'));

/** One meeting of the committee (docs/design/workflow.md#session). The quorum counts file by file, after recusals, at the decision. */
export const sessionMachine = sessionSetup.createMachine({
  id: 'session',
  context: ({ input }) => input,
  initial: 'planned',
  states: {
    planned: {
      on: {
        plan: stay('mayPlan', 'keepPlan', fact('planned')),
        convene: move('mayConvene', 'convened', 'keepInvited', fact('convened')),
        cancel,
      },
    },
    convened: {
      on: {
        plan: move('mayPlan', 'planned', 'keepPlan', fact('planned')),
        excuse: stay('mayExcuse', 'keepExcuse', fact('excused')),
        takeExcuseBack: stay('mayTakeExcuseBack', 'dropExcuse', fact('excuseTakenBack')),
        open: move('mayOpen', 'open', 'begin', fact('opened')),
        cancel,
      },
    },
    open: {
      on: {
        arrive: stay('mayLetIn', 'letIn', fact('attendanceChanged')),
        leave: stay('mayLetOut', 'letOut', fact('attendanceChanged')),
        takeChair: stay('mayTakeChair', 'keepChair', fact('chairTaken')),
        recuse: stay('mayRecuse', 'keepRecusal', fact('recused')),
        vote: stay('mayVote', 'keepVote', fact('voted')),
        conclude: stay('mayConclude', 'keepConclusion', fact('concluded')),
        close: move('mayClose', 'closed', 'emptyRoom', fact('closed')),
      },
    },
    closed: {
      on: {
        takeChair: stay('mayInheritChair', 'keepChair', 'eraseSignatures', fact('chairTaken')),
        reviseMinutes: stay('mayReviseMinutes', 'eraseSignatures', fact('minutesRevised')),
        signMinutes: [
          stay('maySignMinutes', 'keepSignature', fact('minutesSigned')),
          move(
            'maySignMinutesLast',
            'minutesApproved',
            'keepSignature',
            fact('minutesSigned'),
            fact('minutesApproved'),
          ),
        ],
      },
    },
    minutesApproved: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
