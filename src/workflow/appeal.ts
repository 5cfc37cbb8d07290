import { setup } from 'xstate';
import type { AppealEvent } from './appealEvents.ts';
import { appealGuards } from './appealGuards.ts';
import { effectsFor, fact, record } from './effects.ts';
import type { AppealContext } from './stored.ts';

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
    dissolvePanel: every(() => ({ panel: [], votes: [] })),
    stay: every(() => ({ stayed: true })),
    endStay: every(() => ({ stayed: false })),
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
        admit: { guard: 'mayAdmit', target: 'admitted', actions: fact('appeal.admitted') },
        declareInadmissible: {
          guard: 'mayDeclareInadmissible',
          target: 'inadmissible',
          actions: fact('appeal.inadmissible'),
        },
      },
    },
    admitted: {
      on: {
        formPanel: {
          guard: 'mayFormPanel',
          target: 'panelFormed',
          actions: ['keepPanel', fact('appeal.panelFormed')],
        },
      },
    },
    panelFormed: {
      on: {
        grantStay: { guard: 'mayGrantStay', actions: ['stay', fact('appeal.stayGranted')] },
        liftStay: { guard: 'mayLiftStay', actions: ['endStay', fact('appeal.stayLifted')] },
        vote: { guard: 'mayVote', actions: ['keepVote', fact('appeal.voted')] },
        conflictFound: {
          guard: 'mayDissolvePanel',
          target: 'admitted',
          actions: ['dissolvePanel', fact('appeal.panelDissolved')],
        },
        uphold: { guard: 'mayUphold', target: 'upheld', actions: ['endStay', fact('appeal.upheld')] },
        partlyUphold: {
          guard: 'mayPartlyUphold',
          target: 'partlyUpheld',
          actions: ['endStay', fact('appeal.partlyUpheld')],
        },
        dismiss: { guard: 'mayDismiss', target: 'dismissed', actions: ['endStay', fact('appeal.dismissed')] },
      },
    },
    inadmissible: { type: 'final' },
    upheld: { type: 'final' },
    partlyUpheld: { type: 'final' },
    dismissed: { type: 'final' },
  },
});
