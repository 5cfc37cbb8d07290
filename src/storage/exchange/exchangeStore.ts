import mongoose, { type Connection } from 'mongoose';
import type { Conversation } from '../../commands/items/conversation.ts';
import type { Need } from '../../commands/items/need.ts';
import type { Exchanging } from '../../commands/ports/exchangePorts.ts';
import type { NeedState } from '../../workflow/need/storedNeed.ts';
import { after, before, oneOf, type Reader } from '../database/reader.ts';
import { countYear } from './countYear.ts';

const open: readonly NeedState[] = ['open', 'answered'];
const over: readonly NeedState[] = ['closed', 'withdrawn', 'expired', 'removed'];

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
    conversationsSince: (instant, { limit, last = '' }) => {
      const filter = { 'messages.at': mongoose.trusted({ $gte: instant }), _id: after(last) };
      return many<Conversation>('conversations', filter, { _id: 1 }, limit);
    },
    conversationsToAsk: (instant, { limit, last = '' }) => {
      const filter = { askedAt: null, answeredAt: before(instant), _id: after(last) };
      return many<Conversation>('conversations', filter, { _id: 1 }, limit);
    },
    countYear: (from, to) => countYear(connection, from, to),
    conversationsWithContent: (instant, { limit, last = '' }) => {
      const filter = { openedAt: before(instant), contentErasedAt: null, _id: after(last) };
      return many<Conversation>('conversations', filter, { _id: 1 }, limit);
    },
  };
}
