import type { Deps } from '../../ports/ports.ts';

/** How the deliveries of all subscriptions stand. */
export interface WebhookLag {
  /** Those that are delivered to. */
  readonly active: number;
  /** Those that were paused because nothing could be delivered. */
  readonly failed: number;
  /** When the change was made that waits longest to be delivered; null where none waits. */
  readonly oldest: Date | null;
}

/** How far the deliveries are behind the register; what a subscriber does not want counts until it was passed over. */
export async function webhookLag({ store }: Pick<Deps, 'store'>): Promise<WebhookLag> {
  const webhooks = await store.webhooks();
  const active = webhooks.filter(({ state }) => state === 'active');
  const failed = webhooks.filter(({ pausedFor }) => pausedFor !== null && pausedFor !== 'asked').length;
  if (active.length === 0) return { active: 0, failed, oldest: null };
  const queues = new Map((await store.webhookQueues()).map((queue) => [queue.id, queue]));
  const cursors = active.map(({ id, order }) => queues.get(id)?.cursor ?? order.after ?? 0);
  const [first] = await store.changesAfter(Math.min(...cursors), 1);
  return { active: active.length, failed, oldest: first ? new Date(first.entry.changedAt) : null };
}
