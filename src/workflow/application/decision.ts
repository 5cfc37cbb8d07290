import { factsOf, move } from '../effects.ts';
import { ask, exits, lapse } from './exits.ts';

const fact = factsOf('application');

/** From the recommendation to the signed agreement. */
export const applicationDecision = {
  recommendation: {
    on: {
      recommend: move('mayRecommend', 'deliberation', 'keepRapporteur', fact('recommended')),
      returnToEvaluation: move(
        'mayReturn',
        'evaluation',
        'keepRapporteur',
        'assignReviewers',
        fact('returned'),
      ),
      requestInformation: ask('askFromRecommendation'),
      ...exits,
    },
  },
  deliberation: {
    on: {
      decide: move('mayDecide', 'decided', 'keepDecision', fact('decided')),
      defer: move('mayDefer', 'recommendation', fact('deferred')),
      ...exits,
    },
  },
  decided: {
    on: {
      announce: [
        move('mayAnnounceGrant', 'agreement', 'startDeadline', fact('granted')),
        move('mayAnnounceRefusal', 'refused', 'startDeadline', fact('refused')),
      ],
    },
  },
  agreement: {
    on: {
      sign: move('maySign', 'granted', 'keepLabel', fact('signed')),
      lodgeAppeal: move('mayAppealConditions', 'appealed', 'appealConditions', fact('appealLodged')),
      deadlinePassed: lapse,
    },
  },
  granted: { type: 'final' },
} as const;
