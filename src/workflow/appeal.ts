import { setup } from 'xstate';
import type { AppealEvent } from './appealEvents.ts';
import { appealGuards } from './appealGuards.ts';
import { effectsFor, factsOf, move, record, stay } from './effects.ts';
import type { AppealContext } from './stored.ts';

const fact = factsOf('appeal');

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
        admit: move('mayAdmit', 'admitted', fact('admitted')),
        declareInadmissible: move('mayDeclareInadmissible', 'inadmissible', fact('inadmissible')),
      },
    },
    admitted: { on: { formPanel: move('mayFormPanel', 'panelFormed', 'keepPanel', fact('panelFormed')) } },
    panelFormed: {
      on: {
        grantStay: stay('mayGrantStay', 'stay', fact('stayGranted')),
        liftStay: stay('mayLiftStay', 'endStay', fact('stayLifted')),
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
