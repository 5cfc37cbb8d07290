import type { StoredApplication, StoredReview } from '../workflow/stored.ts';
import { belongsTo } from './organisation.ts';
import type { Who } from './who.ts';

/** What a person has to do with a file already: through its organisation, or by an earlier step of its way. */
export type Part = 'organisation' | 'evaluation' | 'recommendation' | 'screening';

type File = Pick<StoredApplication, 'context'>;
type Reviews = readonly Pick<StoredReview, 'state' | 'context'>[];

/** The part of a person in a file, or null when they are free; who declined to review it for any reason is not. */
export function partOf(who: Who, { context }: File, reviews: Reviews): Part | null {
  const { id } = who;
  const own = reviews.filter(
    (r) => r.context.personId === id && r.context.applicationId === context.applicationId,
  );
  const evaluators = [
    ...context.reviewers.map((r) => r.personId),
    ...context.earlierPeople,
    context.moderatedBy,
  ];
  if (belongsTo(who, context.organisationId)) return 'organisation';
  if (own.some((review) => review.state !== 'expired') || evaluators.includes(id)) return 'evaluation';
  if (context.rapporteur === id) return 'recommendation';
  return context.screenedBy === id ? 'screening' : null;
}
