import { isModeration } from '../../../policies/reviewTask.ts';
import type { Application, Review } from '../../items/items.ts';

/** Who settles a file that is in moderation: the person asked for it, or who said yes; null while nobody is. */
export function moderationOf({ state }: Pick<Application, 'state'>, reviews: readonly Review[]) {
  if (state !== 'moderation') return null;
  const open = reviews.filter((one) => one.state === 'invited' || one.state === 'scoring');
  return open.find(isModeration) ?? null;
}
