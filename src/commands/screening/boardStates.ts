import type { Application } from '../items.ts';

/** States of the board, in the order of the way; the last five ask nothing of the officers any more. */
export const boardStates: readonly Application['state'][] = [
  'screening',
  'informationRequested',
  'assignment',
  'evaluation',
  'moderation',
  'correction',
  'verification',
  'recommendation',
  'deliberation',
  'decided',
  'agreement',
  'appealed',
  'granted',
  'refused',
  'closed',
  'withdrawn',
  'lapsed',
];
