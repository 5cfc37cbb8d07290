import { setup } from 'xstate';
import type { ComplaintEvent } from './complaintEvents.ts';
import { complaintGuards } from './complaintGuards.ts';
import { effectsFor, factsOf, move, record, stay } from './effects.ts';
import type { ComplaintContext } from './storedComplaint.ts';

const fact = factsOf('complaint');

const { on } = effectsFor<ComplaintContext, ComplaintEvent>();

const complaintSetup = setup({
  types: { context: {} as ComplaintContext, events: {} as ComplaintEvent, input: {} as ComplaintContext },
  guards: complaintGuards,
  actions: {
    record,
    keepHandler: on('take', ({ actor }) => ({ handler: actor.id })),
    keepOutsider: on('nameOutsider', ({ personId }) => ({ outsider: personId })),
    keepQuestion: on('askHolder', ({ dueAt }) => ({ statement: { dueAt, given: false } })),
    keepStatement: on('giveStatement', (_, { statement }) => ({
      statement: statement && { ...statement, given: true },
    })),
    keepAnswer: on('resolve', ({ actor, outcome, contestBy }, c) => ({
      outcome,
      dueAt: contestBy,
      handler: null,
      earlierHandlers: [...c.earlierHandlers, actor.id],
    })),
    /** The holder can be asked anew: what is contested may be what they said. */
    reopen: on('contest', ({ dueAt }) => ({ dueAt, contested: true, statement: null })),
  },
});

const contest = move('mayContest', 'reopened', 'reopen', fact('contested'));
const deadlinePassed = move('isUncontested', 'closed', fact('closed'));
const nameOutsider = stay('mayNameOutsider', 'keepOutsider', fact('outsiderNamed'));
const take = move('mayTake', 'inquiry', 'keepHandler', fact('taken'));

/**
 * What anyone complains of: acknowledged at once, looked into by somebody without part in it, answered with reasons, contested at
 * most once (docs/design/workflow.md#complaint; ISO/IEC 17065, 7.13).
 */
export const complaintMachine = complaintSetup.createMachine({
  id: 'complaint',
  context: ({ input }) => input,
  initial: 'received',
  states: {
    received: { on: { acknowledge: move('mayAcknowledge', 'acknowledged', fact('acknowledged')) } },
    acknowledged: { on: { take, nameOutsider } },
    inquiry: {
      on: {
        take: stay('mayTake', 'keepHandler', fact('taken')),
        nameOutsider,
        note: stay('mayNote', fact('noted')),
        askHolder: stay('mayAskHolder', 'keepQuestion', fact('statementAsked')),
        giveStatement: stay('mayGiveStatement', 'keepStatement', fact('statementGiven')),
        resolve: [
          move('mayResolve', 'answered', 'keepAnswer', fact('answered')),
          move('mayDeclareUnfounded', 'unfounded', 'keepAnswer', fact('answered')),
          move('mayResolveLast', 'closed', 'keepAnswer', fact('answered'), fact('closed')),
        ],
      },
    },
    answered: { on: { contest, deadlinePassed } },
    unfounded: { on: { contest, deadlinePassed } },
    reopened: { on: { take, nameOutsider } },
    closed: { type: 'final' },
  },
});
