import { assign, setup } from 'xstate';
import type { AppealEvent } from './appealEvents.ts';
import { appealGuards } from './appealGuards.ts';
import type { DomainEvent } from './domainEvents.ts';
import type { AppealContext } from './stored.ts';

const fact = (name: DomainEvent) => ({ type: 'record', params: { fact: name } }) as const;

const appealSetup = setup({
  types: { context: {} as AppealContext, events: {} as AppealEvent, input: {} as AppealContext },
  guards: appealGuards,
  actions: {
    record: (_, _params: { fact: DomainEvent }) => {},
    keepPanel: assign(({ event }) =>
      event.type === 'formPanel' ? { panel: event.panel.map(({ personId }) => personId), votes: [] } : {},
    ),
    keepVote: assign(({ context, event }) => {
      if (event.type !== 'vote') return {};
      const { actor, choice: outcome } = event;
      const others = context.votes.filter(({ personId }) => personId !== actor.id);
      return { votes: [...others, { personId: actor.id, outcome }] };
    }),
    dissolvePanel: assign(() => ({ panel: [], votes: [] })),
    stay: assign(() => ({ stayed: true })),
    endStay: assign(() => ({ stayed: false })),
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
