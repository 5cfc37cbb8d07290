import { setup } from 'xstate';
import { effectsFor, factsOf, move, record } from './effects.ts';
import type { SurveillanceContext } from './stored.ts';
import type { SurveillanceEvent } from './surveillanceEvents.ts';
import { surveillanceGuards } from './surveillanceGuards.ts';

const fact = factsOf('surveillance');

const surveillanceSetup = setup({
  types: {
    context: {} as SurveillanceContext,
    events: {} as SurveillanceEvent,
    input: {} as SurveillanceContext,
  },
  guards: surveillanceGuards,
  actions: {
    record,
    keepFindings: effectsFor<SurveillanceContext, SurveillanceEvent>().on(
      'raiseFindings',
      ({ dueAt }, { findings }) => ({ dueAt, findings: findings + 1 }),
    ),
  },
});

const declare = move('mayDeclare', 'declared', fact('declared'));
const recordCheck = move('mayRecordCheck', 'declared', fact('checkRecorded'));
const drop = move('mayDrop', 'dropped', fact('dropped'));
const deadlinePassed = move('isOverdue', 'overdue', fact('overdue'));

/** One thing that a label is looked at for: what its holder declares, or an officer sees there (ISO/IEC 17065, 7.9). */
export const surveillanceMachine = surveillanceSetup.createMachine({
  id: 'surveillance',
  context: ({ input }) => input,
  initial: 'due',
  states: {
    due: { on: { declare, recordCheck, deadlinePassed, drop } },
    declared: {
      on: {
        confirm: move('mayConfirm', 'confirmed', fact('confirmed')),
        raiseFindings: move('mayRaiseFindings', 'findings', 'keepFindings', fact('findingsRaised')),
        drop,
      },
    },
    findings: { on: { declare, deadlinePassed, drop } },
    overdue: { on: { declare, recordCheck, drop } },
    confirmed: { type: 'final' },
    dropped: { type: 'final' },
  },
});
