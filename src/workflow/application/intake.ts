import { factsOf, move } from '../effects.ts';
import { ask, exits, labelEnded, lapse, withdraw } from './exits.ts';

const fact = factsOf('application');

/** Before the evaluation: the draft, its screening, what is asked back, and the search for reviewers. */
export const applicationIntake = {
  draft: {
    on: {
      submit: move('maySubmit', 'screening', 'freeze', fact('submitted')),
      withdraw,
      labelEnded,
      deadlinePassed: lapse,
    },
  },
  screening: {
    on: {
      accept: move('mayAccept', 'assignment', 'keepScreener', fact('accepted')),
      requestInformation: ask('askFromScreening'),
      declareIneligible: move(
        'mayDeclareIneligible',
        'refused',
        'refuseAsIneligible',
        fact('declaredIneligible'),
      ),
      withdraw,
      labelEnded,
    },
  },
  informationRequested: {
    on: {
      answer: [
        move('mayAnswerScreening', 'screening', 'freezeAnswer', fact('answered')),
        move('mayAnswerRecommendation', 'recommendation', 'freezeAnswer', fact('answered')),
      ],
      deadlinePassed: lapse,
      ...exits,
    },
  },
  assignment: { on: { staff: move('mayStaff', 'evaluation', 'assignReviewers', fact('staffed')), ...exits } },
} as const;
