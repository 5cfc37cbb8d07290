import { LabelError } from '../../../errors.ts';
import type { Deps } from '../../ports/ports.ts';

/** Refuses to begin an application beside one that is being written. */
export async function requireNoDraft({ store }: Pick<Deps, 'store'>, organisationId: string): Promise<void> {
  const applications = await store.applicationsOf([organisationId]);
  if (applications.some(({ state }) => state === 'draft')) {
    throw new LabelError('refused', { reasons: ['draftOpen'] });
  }
}
