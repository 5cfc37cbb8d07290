import mongoose, { type Connection } from 'mongoose';
import type { Conversation } from '../../commands/items/conversation.ts';
import type { Need } from '../../commands/items/need.ts';
import type { ExchangeCounts, Exchanging } from '../../commands/ports/exchangePorts.ts';
import type { NeedState } from '../../workflow/need/storedNeed.ts';
import { after, before, oneOf, type Reader } from '../database/reader.ts';
import { countYear } from './countYear.ts';

const open: readonly NeedState[] = ['open', 'answered'];
const over: readonly NeedState[] = ['closed', 'withdrawn', 'expired', 'removed'];

type Deals = Omit<ExchangeCounts, 'needs' | 'found'>;

/** Of the conversations in which both sides wrote: how many led to a deal, and what those are worth. */
const countDeals = [
  { $match: { answeredAt: { $type: 'string' } } },
  {
    $project: {
      isDeal: { $in: ['deal', '$outcomes.outcome'] },
      // Of two values the smaller one; null counts for none.
      value: { $min: '$outcomes.value' },
    },
  },
  {
    $group: {
      _id: null,
      conversations: { $sum: 1 },
      deals: { $sum: { $cond: ['$isDeal', 1, 0] } },
      valued: { $sum: { $cond: [{ $gt: ['$value', null] }, 1, 0] } },
      value: { $sum: '$value' },
    },
  },
  { $project: { _id: 0 } },
];

/** Needs and conversations over MongoDB, as the view of `one` and `many` shows them. */
export function exchangeStore(connection: Connection, { one, many }: Reader): Exchanging {
  return {
    need: (id) => one<Need>('needs', { _id: id }),
    openNeeds: ({ limit, last }) => {
      const earlier = last === undefined ? {} : { _id: before(last) };
      return many<Need>('needs', { state: oneOf(open), ...earlier }, { _id: -1 }, limit);
    },
    needsOf: (organisationId, limit) =>
      many<Need>('needs', { 'context.organisationId': organisationId }, { _id: -1 }, limit),
    countOpenNeeds: (organisationId) =>
      connection
        .collection('needs')
        .countDocuments({ 'context.organisationId': organisationId, state: { $in: [...open] } }),
    needsWithContent: (instant, { limit, last = '' }) => {
      const filter = { publishedAt: before(instant), contentErasedAt: null, _id: after(last) };
      return many<Need>('needs', { state: oneOf(over), ...filter }, { _id: 1 }, limit);
    },
    conversation: (id) => one<Conversation>('conversations', { _id: id }),
    conversationsAbout: (needId, limit) => many<Conversation>('conversations', { needId }, { _id: 1 }, limit),
    conversationsOf: (organisationId, limit) => {
      const sides = mongoose.trusted({ $or: [{ organisationId }, { writerId: organisationId }] });
      return many<Conversation>('conversations', sides, { openedAt: -1, _id: -1 }, limit);
    },
    conversationsToAsk: (instant, { limit, last = '' }) => {
      const filter = { askedAt: null, answeredAt: before(instant), _id: after(last) };
      return many<Conversation>('conversations', filter, { _id: 1 }, limit);
    },
    countExchanges: async () => {
      const needs = connection.collection('needs');
      const [all, found, [deals]] = await Promise.all([
        needs.estimatedDocumentCount(),
        needs.countDocuments({ state: 'closed', 'context.outcome': 'foundHere' }),
        connection.collection('conversations').aggregate<Deals>(countDeals).toArray(),
      ]);
      return { needs: all, found, ...(deals ?? { conversations: 0, deals: 0, valued: 0, value: 0 }) };
    },
    countYear: (from, to) => countYear(connection, from, to),
    conversationsWithContent: (instant, { limit, last = '' }) => {
      const filter = { openedAt: before(instant), contentErasedAt: null, _id: after(last) };
      return many<Conversation>('conversations', filter, { _id: 1 }, limit);
    },
  };
}
