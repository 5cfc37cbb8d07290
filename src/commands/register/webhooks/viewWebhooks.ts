import { LabelError } from '../../../errors.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Tries to deliver that are shown. */
const maxShown = 30;

type With = Pick<Deps, 'store'>;
export type WebhookList = Awaited<ReturnType<typeof listWebhooks>>;
export type ViewedWebhook = Awaited<ReturnType<typeof viewWebhook>>;

/** Every subscription and how far its deliveries are, for administrators. */
export async function listWebhooks({ store }: With, asker: Asker) {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const [webhooks, queues, newest] = await Promise.all([
    store.webhooks(),
    store.webhookQueues(),
    store.newestChange(),
  ]);
  const known = new Map(queues.map((queue) => [queue.id, queue]));
  return webhooks.map((webhook) => ({ webhook, queue: known.get(webhook.id) ?? null, newest }));
}

/** One subscription with its last tries to deliver. */
export async function viewWebhook({ store }: With, asker: Asker, id: string) {
  const all = await listWebhooks({ store }, asker);
  const found = requireVisible(all.find(({ webhook }) => webhook.id === id));
  return { ...found, deliveries: await store.webhookDeliveries(id, maxShown) };
}
