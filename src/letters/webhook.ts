import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Webhook } from '../commands/items/webhook.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { letter, type Reader } from './letter.ts';

/** Tells the contact of a subscription and the administrators that nothing is delivered any more, and why. */
export const webhookFailed = letter({
  on: ['webhook.failed'],
  topic: null,
  about: async ({ store }: Deps, { id }) => ({ webhook: requireVisible(await store.webhook(id)) }),
  holds: ({ webhook }) => webhook.state === 'paused',
  to: async ({ webhook }, { store }) => [contactOf(webhook), ...(await store.peopleWith('administrator'))],
  // The contact has no account here: what they are told of is the page that says how it works.
  path: ({ webhook }, { id }) => (id === null ? 'api' : `webhooks/${webhook.id}`),
  tells: ({ webhook, data }, { id }) => ({
    subscription: webhook.name,
    host: new URL(webhook.address).host,
    pausedFor: data.pausedFor,
    reader: id === null ? ('contact' as const) : ('administrator' as const),
  }),
  says: ({ subscription, host, pausedFor, reader }) => ({
    words: `webhookFailed.${reader}`,
    rows: { subscription, host },
    values: { pausedFor },
  }),
});

function contactOf({ contact, language }: Webhook): Reader {
  return { id: null, email: contact, language, name: '', removedAt: null, unsubscribed: [] };
}
