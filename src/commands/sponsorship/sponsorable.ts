import type { Application } from '../items.ts';

const open: readonly Application['state'][] = [
  'draft',
  'screening',
  'informationRequested',
  'assignment',
  'evaluation',
  'moderation',
  'correction',
  'verification',
  'recommendation',
  'deliberation',
];

/** Whether a word for an application can still be read before it is decided. */
export function isSponsorable({ state }: Pick<Application, 'state'>): boolean {
  return open.includes(state);
}
