import type { Logger } from 'pino';
import type { Deps } from '../commands/ports/ports.ts';
import { webhookKey } from '../commands/register/webhooks/sealedSecret.ts';
import type { Config } from '../config.ts';
import { createI18n } from '../i18n/i18n.ts';
import { webhookEvents } from '../web/api/webhookEvents.ts';
import { isLoopbackAddress, isPublicAddress } from '../workers/webhooks/publicAddress.ts';
import { createWebhookSender } from '../workers/webhooks/sendWebhook.ts';
import { startWebhooks } from '../workers/webhooks/startWebhooks.ts';
import type { Storage } from './openStorage.ts';

interface Parts {
  readonly deps: Deps;
  readonly mode: Config['mode'];
  readonly storage: Pick<Storage, 'webhookQueues'>;
  readonly sessionSecret: string;
  readonly log: Logger;
}

/** Starts to deliver to subscribers, until it is stopped. */
export function openWebhooks({ deps, mode, storage, sessionSecret, log }: Parts) {
  return startWebhooks({
    deps,
    queues: storage.webhookQueues,
    events: webhookEvents({ i18n: createI18n(), publicUrl: deps.publicUrl, clock: deps.clock }),
    send: createWebhookSender({ allows: allowedAddresses(mode) }),
    key: webhookKey(sessionSecret),
    log,
  });
}

/** Which addresses a request to a receiver may go to: public ones, and in development those of this machine, where one tries it out. */
export function allowedAddresses(mode: Config['mode']): (address: string) => boolean {
  if (mode === 'production') return isPublicAddress;
  return (address) => isPublicAddress(address) || isLoopbackAddress(address);
}
