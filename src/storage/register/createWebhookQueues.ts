import type { Connection } from 'mongoose';
import type { WebhookQueue, WebhookQueues } from '../../commands/ports/webhookPorts.ts';
import { type Stored, withId, withKey } from '../database/database.ts';
import { isNew } from '../database/isDuplicate.ts';

type StoredQueue = Stored<WebhookQueue> & {
  readonly lease: { readonly holder: string; readonly until: Date } | null;
};

/** Where every subscription begins. */
const begun = { test: null, tries: 0, nextAt: null, failingSince: null, deliveredAt: null };

/** What the worker keeps of its deliveries over MongoDB: each write asks for the lease that it is done under. */
export function createWebhookQueues(connection: Connection): WebhookQueues {
  const queues = () => connection.collection<StoredQueue>('webhookQueues');
  const held = (id: string, holder: string) => ({ _id: id, 'lease.holder': holder });
  return {
    claim: async ({ id, order }, { holder, now, until }) => {
      const first = { ...begun, _id: id, cursor: order.after ?? 0, order: order.id, lease: null };
      if (!(await queues().findOne({ _id: id }))) await isNew(queues().insertOne(first));
      // What lies further ahead than any lease is of a clock that went wrong.
      const ahead = new Date(2 * until.getTime() - now.getTime());
      const free = [{ lease: null }, { 'lease.until': { $lte: now } }, { 'lease.until': { $gt: ahead } }];
      const lease = { holder, until };
      const claimed = await queues().findOneAndUpdate(
        { _id: id, $or: free },
        { $set: { lease } },
        { returnDocument: 'after' },
      );
      if (!claimed) return null;
      const { lease: _, ...queue } = claimed;
      if (queue.order === order.id) return withId<WebhookQueue>(queue);
      const anew = {
        order: order.id,
        tries: 0,
        nextAt: null,
        failingSince: null,
        ...(order.after !== null && { cursor: order.after }),
      };
      const { matchedCount } = await queues().updateOne(held(id, holder), { $set: anew });
      return matchedCount === 1 ? withId<WebhookQueue>({ ...queue, ...anew }) : null;
    },
    hold: async (id, holder, until) => {
      const { matchedCount } = await queues().updateOne(held(id, holder), { $set: { 'lease.until': until } });
      return matchedCount === 1;
    },
    note: async (id, holder, change) => {
      const { matchedCount } = await queues().updateOne(held(id, holder), { $set: change });
      return matchedCount === 1;
    },
    release: async (id, holder) => {
      await queues().updateOne(held(id, holder), { $set: { lease: null } });
    },
    log: async (delivery) => {
      await connection.collection<{ _id: string }>('webhookDeliveries').insertOne(withKey(delivery));
    },
  };
}
