import { isModeration } from '../../policies/reviewTask.ts';
import type { Application, Review } from '../items/items.ts';

const open: readonly Review['state'][] = ['invited', 'scoring', 'delivered'];

/** The scores of a file that still count or may come to: not those declined, lapsed or voided, nor those of an earlier round. */
export function openReviews({ context }: Application, reviews: readonly Review[]): Review[] {
  return reviews.filter(
    (review) =>
      open.includes(review.state) &&
      !isModeration(review) &&
      !context.earlierPeople.includes(review.context.personId),
  );
}
