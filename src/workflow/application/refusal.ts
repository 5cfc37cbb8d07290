import { fact } from '../effects.ts';

/** What may follow a refusal, and the ways a request ends without a label. */
export const applicationRefusal = {
  refused: {
    on: {
      lodgeAppeal: {
        guard: 'mayAppealRefusal',
        target: 'appealed',
        actions: ['appealRefusal', fact('application.appealLodged')],
      },
      deadlinePassed: {
        guard: 'isOverdue',
        target: 'closed',
        actions: ['stopClock', fact('application.closed')],
      },
    },
  },
  appealed: {
    on: {
      dismissAppeal: [
        {
          guard: 'mayDismissRefusal',
          target: 'closed',
          actions: [fact('application.appealDismissed'), fact('application.closed')],
        },
        {
          guard: 'mayDismissConditions',
          target: 'agreement',
          actions: ['keepConditions', fact('application.appealDismissed')],
        },
      ],
      upholdAppeal: [
        {
          guard: 'mayUpholdWithNewEvaluation',
          target: 'assignment',
          actions: ['startOverWithNewPeople', fact('application.appealUpheld')],
        },
        {
          guard: 'mayUphold',
          target: 'recommendation',
          actions: ['reconsider', fact('application.appealUpheld')],
        },
      ],
    },
  },
  closed: { type: 'final' },
  withdrawn: { type: 'final' },
  lapsed: { type: 'final' },
} as const;
