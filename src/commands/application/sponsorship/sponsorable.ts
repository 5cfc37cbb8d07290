import { stagesBeforeCommittee } from '../../../policies/stages.ts';
import type { Application } from '../../items/items.ts';

const open: readonly Application['state'][] = ['draft', ...stagesBeforeCommittee];

/**
 * Whether a word for an application can still be given: until the committee has the file. A decision that is sealed must not be
 * told from a deliberation, so it is shut in both.
 */
export function isSponsorable({ state }: Pick<Application, 'state'>): boolean {
  return open.includes(state);
}
