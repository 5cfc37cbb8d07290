import { fact } from '../effects.ts';
import { lapse, voidReview, withdraw } from './exits.ts';

/** Scoring by two people, moderation where they diverge, and the correction of findings. */
export const applicationEvaluation = {
  evaluation: {
    on: {
      deliverReview: [
        { guard: 'mayDeliverFirst', actions: ['markDelivered', fact('application.reviewDelivered')] },
        {
          guard: 'mayDeliverDiverging',
          target: 'moderation',
          actions: ['markDelivered', fact('application.reviewDelivered'), fact('application.diverged')],
        },
        {
          guard: 'mayDeliverWithFindings',
          target: 'correction',
          actions: [
            'markDelivered',
            fact('application.reviewDelivered'),
            'startCorrection',
            fact('application.correctionAsked'),
          ],
        },
        {
          guard: 'mayDeliverLast',
          target: 'recommendation',
          actions: ['markDelivered', fact('application.reviewDelivered'), fact('application.evaluated')],
        },
      ],
      releaseReviewer: {
        guard: 'mayReleaseReviewer',
        target: 'assignment',
        actions: ['releaseReviewer', fact('application.reviewerReleased')],
      },
      conflictFound: voidReview,
      withdraw,
    },
  },
  moderation: {
    on: {
      moderate: [
        {
          guard: 'mayModerateWithFindings',
          target: 'correction',
          actions: [
            'keepModerator',
            fact('application.moderated'),
            'startCorrection',
            fact('application.correctionAsked'),
          ],
        },
        {
          guard: 'mayModerate',
          target: 'recommendation',
          actions: ['keepModerator', fact('application.moderated'), fact('application.evaluated')],
        },
      ],
      conflictFound: voidReview,
      withdraw,
    },
  },
  correction: {
    on: {
      submitCorrection: {
        guard: 'maySubmitCorrection',
        target: 'verification',
        actions: ['stopClock', fact('application.corrected')],
      },
      deadlinePassed: lapse,
      conflictFound: voidReview,
      withdraw,
    },
  },
  verification: {
    on: {
      acceptCorrection: {
        guard: 'mayAcceptCorrection',
        target: 'recommendation',
        actions: ['closeFindings', fact('application.correctionAccepted')],
      },
      rejectCorrection: [
        {
          guard: 'mayRejectCorrection',
          target: 'correction',
          actions: ['askAgain', fact('application.correctionRejected')],
        },
        {
          guard: 'mayRejectCorrectionFinally',
          target: 'recommendation',
          actions: ['stopClock', fact('application.correctionRejected')],
        },
      ],
      conflictFound: voidReview,
      withdraw,
    },
  },
} as const;
