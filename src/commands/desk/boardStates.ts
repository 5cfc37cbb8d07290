import { stagesBeforeCommittee } from '../../policies/stages.ts';
import type { Application } from '../items/items.ts';

/** States of the board, in the order of the way; the last five ask nothing of the officers any more. */
export const boardStates: readonly Application['state'][] = [
  ...stagesBeforeCommittee,
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
