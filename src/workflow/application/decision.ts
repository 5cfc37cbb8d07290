import { fact } from '../effects.ts';
import { lapse, voidReview, withdraw } from './exits.ts';

/** From the recommendation to the signed agreement. */
export const applicationDecision = {
  recommendation: {
    on: {
      recommend: {
        guard: 'mayRecommend',
        target: 'deliberation',
        actions: ['keepRapporteur', fact('application.recommended')],
      },
      returnToEvaluation: {
        guard: 'mayReturn',
        target: 'evaluation',
        actions: ['keepRapporteur', 'assignReviewers', fact('application.returned')],
      },
      requestInformation: {
        guard: 'mayRequestInformation',
        target: 'informationRequested',
        actions: ['askFromRecommendation', fact('application.informationRequested')],
      },
      conflictFound: voidReview,
      withdraw,
    },
  },
  deliberation: {
    on: {
      decide: {
        guard: 'mayDecide',
        target: 'decided',
        actions: ['keepDecision', fact('application.decided')],
      },
      defer: { guard: 'mayDefer', target: 'recommendation', actions: [fact('application.deferred')] },
      conflictFound: voidReview,
      withdraw,
    },
  },
  decided: {
    on: {
      announce: [
        {
          guard: 'mayAnnounceGrant',
          target: 'agreement',
          actions: ['startDeadline', fact('application.granted')],
        },
        {
          guard: 'mayAnnounceRefusal',
          target: 'refused',
          actions: ['startDeadline', fact('application.refused')],
        },
      ],
    },
  },
  agreement: {
    on: {
      sign: { guard: 'maySign', target: 'granted', actions: ['keepLabel', fact('application.signed')] },
      lodgeAppeal: {
        guard: 'mayAppealConditions',
        target: 'appealed',
        actions: ['appealConditions', fact('application.appealLodged')],
      },
      deadlinePassed: lapse,
    },
  },
  granted: { type: 'final' },
} as const;
