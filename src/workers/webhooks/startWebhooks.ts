import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Webhook } from '../../commands/items/webhook.ts';
import type { WebhookQueue } from '../../commands/ports/webhookPorts.ts';
import type { TurnParts } from './deliver.ts';
import { takeTurn } from './takeTurn.ts';

/** How often it is looked whether anything is to be delivered. */
const idleMs = 1000;

/** Delivers to subscribers until it is stopped, to each beside the others; `stop` waits for the requests in hand. */
export function startWebhooks(parts: TurnParts & { readonly log: Pick<Logger, 'error'> }): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const stopped = () => stopping.signal.aborted;
  const turns = new Map<string, Promise<void>>();
  const take = (webhook: Webhook) =>
    takeTurn({ ...parts, stopped }, webhook)
      .catch((err: unknown) => parts.log.error({ err, webhook: webhook.id }, 'nothing could be delivered'))
      .finally(() => turns.delete(webhook.id));
  const ended = (async () => {
    while (!stopped()) {
      try {
        for (const webhook of await dueWebhooks(parts)) {
          if (!turns.has(webhook.id)) turns.set(webhook.id, take(webhook));
        }
      } catch (err) {
        parts.log.error({ err }, 'subscriptions cannot be read; trying again');
      }
      await pause(idleMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
    await Promise.all(turns.values());
  })();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

/** The subscriptions that have something to be sent now, or an order that was not carried out yet. */
export async function dueWebhooks({ deps: { store, clock } }: Pick<TurnParts, 'deps'>): Promise<Webhook[]> {
  const webhooks = await store.webhooks();
  if (webhooks.length === 0) return [];
  const [newest, queues] = await Promise.all([store.newestChange(), store.webhookQueues()]);
  const known = new Map(queues.map((queue) => [queue.id, queue]));
  const now = clock.now();
  return webhooks.filter((webhook) => isDue(webhook, known.get(webhook.id), newest, now));
}

function isDue(webhook: Webhook, queue: WebhookQueue | undefined, newest: number, now: Date): boolean {
  if (!queue || queue.order !== webhook.order.id) return webhook.state === 'active' || webhook.test !== null;
  if (webhook.test !== null && webhook.test !== queue.test) return true;
  const isWaiting = queue.nextAt !== null && queue.nextAt > now;
  return webhook.state === 'active' && !isWaiting && queue.cursor < newest;
}
