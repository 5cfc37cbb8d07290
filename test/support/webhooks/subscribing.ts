import type { Person } from '../../../src/commands/items/items.ts';
import type { Webhook } from '../../../src/commands/items/webhook.ts';
import type { SendWebhook } from '../../../src/commands/ports/webhookPorts.ts';
import {
  type AboutWebhook,
  addWebhook,
  type WebhookInput,
} from '../../../src/commands/register/webhooks/changeWebhook.ts';
import { webhookKey } from '../../../src/commands/register/webhooks/sealedSecret.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { webhookTypes } from '../../../src/register/webhooks/webhookEvent.ts';
import { createWebhookQueues } from '../../../src/storage/register/createWebhookQueues.ts';
import { webhookEvents } from '../../../src/web/api/webhookEvents.ts';
import type { TurnParts } from '../../../src/workers/webhooks/deliver.ts';
import { createWebhookSender } from '../../../src/workers/webhooks/sendWebhook.ts';
import { dueWebhooks } from '../../../src/workers/webhooks/startWebhooks.ts';
import { takeTurn } from '../../../src/workers/webhooks/takeTurn.ts';
import { type TestService, testSecret } from '../run/service.ts';
import { entryNumbered, insertEntries } from '../samples/insertEntries.ts';
import type { Receiver } from '../servers/receiver.ts';

const i18n = createI18n();

/** What is said of a subscriber where a test is about something else. */
export const subscriber: WebhookInput = {
  name: 'Annuaire spécimen',
  address: 'https://annuaire-specimen.ch/made-in-ess',
  contact: 'annuaire@specimen.example',
  language: 'fr',
  types: webhookTypes,
};

/** The worker and its subscribers over a service. */
export function subscribing(service: TestService, administrator: Person, receiver: Receiver) {
  const { deps, connection } = service;
  const queues = createWebhookQueues(connection);
  const usual = createWebhookSender({
    allows: (address) => address === '127.0.0.1',
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ca: receiver.ca,
  });
  const partsWith = (send: SendWebhook = usual): TurnParts => ({
    deps,
    queues,
    events: webhookEvents({ i18n, publicUrl: deps.publicUrl, clock: deps.clock }),
    send,
    key: webhookKey(testSecret),
  });
  const webhook = async (id: string): Promise<Webhook> => {
    const found = await deps.store.webhook(id);
    if (!found) throw new Error(`${id} is not there`);
    return found;
  };
  return {
    queues,
    partsWith,
    webhook,
    withSecret: { ...deps, sessionSecret: testSecret },
    queue: async (id: string) => (await deps.store.webhookQueues()).find((one) => one.id === id),
    /** Adds a subscriber whose receiver is that one, by its name. */
    add: async (also: Partial<WebhookInput> = {}) => {
      const { id, secret } = await addWebhook({ ...deps, sessionSecret: testSecret }, administrator, {
        ...subscriber,
        ...also,
      });
      // A name of this machine's own is no address of production.
      await connection
        .collection<{ _id: string }>('webhooks')
        .updateOne({ _id: id }, { $set: { address: receiver.address } });
      return { id, secret };
    },
    /** What a form says that somebody has just read. */
    about: async (id: string): Promise<AboutWebhook> => ({
      webhookId: id,
      revision: (await webhook(id)).revision,
    }),
    /** Does everything that is due. */
    work: async (send?: SendWebhook) => {
      for (let due = await dueWebhooks({ deps }); due.length > 0; due = await dueWebhooks({ deps }))
        for (const one of due) await takeTurn(partsWith(send), one);
    },
    /** Changes of the register, one after the other. */
    publish: async (
      ...changes: readonly (readonly [n: number, also: Partial<Omit<Entry, 'offers' | 'organisation'>>])[]
    ) => {
      for (const [n, also] of changes) await insertEntries(connection, [entryNumbered(n, also)]);
    },
  };
}
