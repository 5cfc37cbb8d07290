import { factsOf, move, stay } from '../effects.ts';
import { exits, lapse } from './exits.ts';

const fact = factsOf('application');

const delivered = ['markDelivered', fact('reviewDelivered')] as const;
const askCorrection = ['startCorrection', fact('correctionAsked')] as const;

/** Scoring by two people, moderation where they diverge, and the correction of findings. */
export const applicationEvaluation = {
  evaluation: {
    on: {
      deliverReview: [
        stay('mayDeliverFirst', ...delivered),
        move('mayDeliverDiverging', 'moderation', ...delivered, fact('diverged')),
        move('mayDeliverWithFindings', 'correction', ...delivered, ...askCorrection),
        move('mayDeliverLast', 'recommendation', ...delivered, fact('evaluated')),
      ],
      releaseReviewer: move('mayReleaseReviewer', 'assignment', 'releaseReviewer', fact('reviewerReleased')),
      ...exits,
    },
  },
  moderation: {
    on: {
      moderate: [
        move('mayModerateWithFindings', 'correction', 'keepModerator', fact('moderated'), ...askCorrection),
        move('mayModerate', 'recommendation', 'keepModerator', fact('moderated'), fact('evaluated')),
      ],
      ...exits,
    },
  },
  correction: {
    on: {
      submitCorrection: move('maySubmitCorrection', 'verification', 'stopClock', fact('corrected')),
      deadlinePassed: lapse,
      ...exits,
    },
  },
  verification: {
    on: {
      acceptCorrection: move(
        'mayAcceptCorrection',
        'recommendation',
        'closeFindings',
        fact('correctionAccepted'),
      ),
      rejectCorrection: [
        move('mayRejectCorrection', 'correction', 'askAgain', fact('correctionRejected')),
        move('mayRejectCorrectionFinally', 'recommendation', 'stopClock', fact('correctionRejected')),
      ],
      ...exits,
    },
  },
} as const;
