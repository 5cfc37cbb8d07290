import { setup } from 'xstate';
import type { AppealEvent, AppealRequest } from './appealEvents.ts';
import { appealGuards } from './appealGuards.ts';
import { effectsFor, factsOf, move, record, stay } from './effects.ts';
import type { AppealContext } from './storedAppeal.ts';

const fact = factsOf('appeal');

/** Nobody asks for anything any more, and no stay ends by itself. */
const noRequest = { asked: [], dueAt: null } as const;

const { on, every } = effectsFor<AppealContext, AppealEvent>();

const appealSetup = setup({
  types: { context: {} as AppealContext, events: {} as AppealEvent, input: {} as AppealContext },
  guards: appealGuards,
  actions: {
    record,
    keepPanel: on('formPanel', ({ panel }) => ({ panel: panel.map(({ personId }) => personId), votes: [] })),
    keepVote: on('vote', ({ actor, choice: outcome }, c) => {
      const others = c.votes.filter(({ personId }) => personId !== actor.id);
      return { votes: [...others, { personId: actor.id, outcome }] };
    }),
    dissolvePanel: every(() => ({ panel: [], votes: [], asked: [] })),
    keepRequest: every(({ type, actor }, c) => {
      const others = c.asked.filter(({ personId }) => personId !== actor.id);
      // An urgent stay is the word of its chair for a stay of the panel.
      const step = (type === 'grantUrgentStay' ? 'askStay' : type) as AppealRequest;
      return { asked: [...others, { personId: actor.id, step }] };
    }),
    endRequests: every(() => ({ asked: [] })),
    stay: every(() => ({ ...noRequest, stayed: true })),
    stayUntil: on('grantUrgentStay', ({ dueAt }) => ({ dueAt, stayed: true, urgentStay: true })),
    endStay: every(() => ({ ...noRequest, stayed: false })),
  },
});

/** An appeal against a decision: judged by people who had no part in it (docs/design/workflow.md#appeal; ISO/IEC 17065, 7.13). */
export const appealMachine = appealSetup.createMachine({
  id: 'appeal',
  context: ({ input }) => input,
  initial: 'lodged',
  states: {
    lodged: {
      on: {
        admit: move('mayAdmit', 'admitted', 'endRequests', fact('admitted')),
        findInadmissible: [
          stay('mayFindInadmissible', 'keepRequest', fact('inadmissibilityProposed')),
          move('mayDeclareInadmissible', 'inadmissible', 'endRequests', fact('inadmissible')),
        ],
      },
    },
    admitted: {
      on: {
        formPanel: move('mayFormPanel', 'panelFormed', 'keepPanel', fact('panelFormed')),
        deadlinePassed: stay('isOverdue', 'endStay', fact('stayExpired')),
      },
    },
    panelFormed: {
      on: {
        askStay: [
          stay('mayAskStay', 'keepRequest', fact('stayAsked')),
          stay('mayConfirmStay', 'stay', fact('stayConfirmed')),
          stay('mayGrantStay', 'stay', fact('stayGranted')),
        ],
        askToLiftStay: [
          stay('mayAskToLiftStay', 'keepRequest', fact('stayLiftAsked')),
          stay('mayLiftStay', 'endStay', fact('stayLifted')),
        ],
        grantUrgentStay: stay('mayGrantUrgentStay', 'keepRequest', 'stayUntil', fact('urgentStayGranted')),
        deadlinePassed: stay('isOverdue', 'endStay', fact('stayExpired')),
        vote: stay('mayVote', 'keepVote', fact('voted')),
        conflictFound: move('mayDissolvePanel', 'admitted', 'dissolvePanel', fact('panelDissolved')),
        uphold: move('mayUphold', 'upheld', 'endStay', fact('upheld')),
        partlyUphold: move('mayPartlyUphold', 'partlyUpheld', 'endStay', fact('partlyUpheld')),
        dismiss: move('mayDismiss', 'dismissed', 'endStay', fact('dismissed')),
      },
    },
    inadmissible: { type: 'final' },
    upheld: { type: 'final' },
    partlyUpheld: { type: 'final' },
    dismissed: { type: 'final' },
  },
});
