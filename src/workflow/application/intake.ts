import { fact } from '../effects.ts';
import { lapse, voidReview, withdraw } from './exits.ts';

/** Before the evaluation: the draft, its screening, what is asked back, and the search for reviewers. */
export const applicationIntake = {
  draft: {
    on: {
      submit: {
        guard: 'maySubmit',
        target: 'screening',
        actions: ['freeze', fact('application.submitted')],
      },
      withdraw,
    },
  },
  screening: {
    on: {
      accept: {
        guard: 'mayAccept',
        target: 'assignment',
        actions: ['keepScreener', fact('application.accepted')],
      },
      requestInformation: {
        guard: 'mayRequestInformation',
        target: 'informationRequested',
        actions: ['askFromScreening', fact('application.informationRequested')],
      },
      declareIneligible: {
        guard: 'mayDeclareIneligible',
        target: 'refused',
        actions: ['refuseAsIneligible', fact('application.declaredIneligible')],
      },
      withdraw,
    },
  },
  informationRequested: {
    on: {
      answer: [
        {
          guard: 'mayAnswerScreening',
          target: 'screening',
          actions: ['freezeAnswer', fact('application.answered')],
        },
        {
          guard: 'mayAnswerRecommendation',
          target: 'recommendation',
          actions: ['freezeAnswer', fact('application.answered')],
        },
      ],
      deadlinePassed: lapse,
      conflictFound: voidReview,
      withdraw,
    },
  },
  assignment: {
    on: {
      staff: {
        guard: 'mayStaff',
        target: 'evaluation',
        actions: ['assignReviewers', fact('application.staffed')],
      },
      conflictFound: voidReview,
      withdraw,
    },
  },
} as const;
