import type { Connection } from 'mongoose';
import type { Webhook } from '../../commands/items/webhook.ts';
import type { WebhookDelivery, WebhookQueue, WebhookReading } from '../../commands/ports/webhookPorts.ts';
import { findRows } from '../database/database.ts';
import { oneOf, type Reader } from '../database/reader.ts';

/** Subscriptions to the register over MongoDB, as they are shown. */
export function webhookStore(connection: Connection, { one, many }: Reader): WebhookReading {
  return {
    webhook: (id) => one<Webhook>('webhooks', { _id: id }),
    webhooks: () => many<Webhook>('webhooks', { state: oneOf(['active', 'paused']) }),
    webhookQueues: () =>
      findRows<WebhookQueue>(connection, 'webhookQueues', {}, { projection: { lease: 0 } }),
    webhookDeliveries: (webhookId, limit) =>
      findRows<WebhookDelivery>(connection, 'webhookDeliveries', { webhookId }, { sort: { _id: -1 }, limit }),
    changeBefore: async (instant) => {
      const entries = connection.collection<{ change: number; changedAt: string }>('entries');
      const [first] = await entries
        .aggregate<{ change: number }>([
          { $match: { changedAt: { $gte: instant } } },
          { $group: { _id: null, change: { $min: '$change' } } },
        ])
        .toArray();
      if (first) return first.change - 1;
      const newest = await entries.findOne({}, { projection: { change: 1 }, sort: { change: -1 } });
      return newest?.change ?? 0;
    },
  };
}
