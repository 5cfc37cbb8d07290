import { factsOf, move } from '../effects.ts';

const fact = factsOf('application');

/** What may follow a refusal, and the ways a request ends without a label. */
export const applicationRefusal = {
  refused: {
    on: {
      lodgeAppeal: move('mayAppealRefusal', 'appealed', 'appealRefusal', fact('appealLodged')),
      deadlinePassed: move('isOverdue', 'closed', 'stopClock', fact('closed')),
    },
  },
  appealed: {
    on: {
      dismissAppeal: [
        move('mayDismissRefusal', 'closed', fact('appealDismissed'), fact('closed')),
        move('mayDismissConditions', 'agreement', 'keepConditions', fact('appealDismissed')),
      ],
      upholdAppeal: [
        move('mayUpholdWithNewEvaluation', 'assignment', 'startOverWithNewPeople', fact('appealUpheld')),
        move('mayUphold', 'recommendation', 'reconsider', fact('appealUpheld')),
      ],
    },
  },
  closed: { type: 'final' },
  withdrawn: { type: 'final' },
  lapsed: { type: 'final' },
} as const;
