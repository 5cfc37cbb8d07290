import { factsOf, move } from '../effects.ts';
import { ask, exits, labelEnded, lapse } from './exits.ts';

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
        // There is a label already, and its agreement was signed.
        move('mayAnnounceExtension', 'granted', 'joinLabel', fact('extensionGranted')),
        move('mayAnnounceConfirmation', 'granted', 'joinLabel', fact('labelConfirmed')),
        move('mayAnnounceGrant', 'agreement', 'startDeadline', fact('granted')),
        move('mayAnnounceRefusal', 'refused', 'startDeadline', fact('refused')),
      ],
      labelEnded,
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
