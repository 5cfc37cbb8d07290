import type { Connection, mongo } from 'mongoose';
import type { Application, Review } from '../../commands/items/items.ts';
import type {
  Calibrating,
  DeliveredReview,
  ReviewTimes,
  ScoredLevel,
} from '../../commands/ports/reviewingPorts.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { findRows } from '../database/database.ts';
import type { Visible } from '../database/visible.ts';

const levels = (list: string) => ({ [`${list}.offerId`]: 1, [`${list}.criterion`]: 1, [`${list}.level`]: 1 });
const projection = { context: 1, ...levels('scores') };
// Who settles two reviews delivers no scores of their own.
const delivered = { state: 'delivered', 'context.task': { $exists: false } };

/** What calibration reads, as a view shows it. */
export function calibrationStore(connection: Connection, visible: Visible): Calibrating {
  const reviews = async (filter: object, options: mongo.FindOptions) => {
    const inView = { $and: [{ ...filter, ...delivered }, ...visible('reviews')] };
    const found = await findRows<StoredReview>(connection, 'reviews', inView, { projection, ...options });
    return found.map(reviewOf);
  };
  return {
    deliveredReviews: (limit, personId) => {
      const whose = personId === undefined ? {} : { 'context.personId': personId };
      const hint = personId === undefined ? { state: 1, _id: 1 } : { 'context.personId': 1, _id: -1 };
      return reviews(whose, { sort: { _id: -1 }, limit, hint });
    },
    deliveredReviewsOf: (applicationIds) => {
      const ofThese = { 'context.applicationId': { $in: [...applicationIds] } };
      return reviews(ofThese, { hint: { 'context.applicationId': 1, _id: 1 } });
    },
    evaluatedFiles: async (ids, states) => {
      const among = { _id: { $in: [...ids] }, state: { $in: [...states] } };
      const inView = { $and: [among, ...visible('applications')] };
      const options = { projection: { context: 1, ...levels('moderation') }, hint: { _id: 1 } };
      const found = await findRows<StoredFile>(connection, 'applications', inView, options);
      return found.map(({ id, context, moderation }) => ({ id, context, settled: moderation }));
    },
    reviewTimes: async (reviewIds) => {
      const stream = { $in: reviewIds.map((id) => `reviews/${id}`) };
      const options = { projection: { stream: 1, at: 1, facts: 1 }, hint: { stream: 1, seq: 1 } };
      return timesOf(await findRows<Line>(connection, 'records', { stream }, options));
    },
  };
}

type StoredReview = Pick<Review, 'id' | 'context'> & { readonly scores: readonly ScoredLevel[] };
type StoredFile = Pick<Application, 'id' | 'context'> & { readonly moderation: readonly ScoredLevel[] };
type Line = Pick<JournalRecord, 'id' | 'stream' | 'at' | 'facts'>;

function reviewOf({ id, context, scores }: StoredReview): DeliveredReview {
  return { id, applicationId: context.applicationId, personId: context.personId, levels: scores };
}

function timesOf(lines: readonly Line[]): ReadonlyMap<string, ReviewTimes> {
  const at = (fact: DomainEvent) =>
    new Map(lines.flatMap((line) => (line.facts.includes(fact) ? [[line.stream, line.at]] : [])));
  const accepted = at('review.accepted');
  const times = [...at('review.delivered')].flatMap(([stream, deliveredAt]) => {
    const acceptedAt = accepted.get(stream);
    const id = stream.slice('reviews/'.length);
    return acceptedAt === undefined ? [] : [[id, { acceptedAt, deliveredAt }] as const];
  });
  return new Map(times);
}
