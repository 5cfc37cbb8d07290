import { isModeration } from '../../../policies/reviewTask.ts';
import type { Application, Review } from '../../items/items.ts';

/** The review of whoever settles a file in moderation, invited or accepted; null while there is none. */
export function moderationOf({ state }: Pick<Application, 'state'>, reviews: readonly Review[]) {
  if (state !== 'moderation') return null;
  const open = reviews.filter((one) => one.state === 'invited' || one.state === 'scoring');
  return open.find(isModeration) ?? null;
}
