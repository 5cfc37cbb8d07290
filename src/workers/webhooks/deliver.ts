import { Webhook as Signer } from 'standardwebhooks';
import type { Webhook } from '../../commands/items/webhook.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import type {
  SendWebhook,
  WebhookAnswer,
  WebhookDelivery,
  WebhookQueues,
} from '../../commands/ports/webhookPorts.ts';
import { openSecret } from '../../commands/register/webhooks/sealedSecret.ts';
import { pauseFailing } from '../../commands/register/webhooks/steerWebhook.ts';
import { LabelError } from '../../errors.ts';
import type { Entry } from '../../register/entry.ts';
import type { WebhookType } from '../../register/webhooks/webhookEvent.ts';

/** What is sent of an event: one event a request, by an id that is the same for every try. */
export interface WebhookEvent {
  readonly id: string;
  readonly type: WebhookType;
  readonly body: string;
}

/** Writes events, as the public answers of the register say them. */
export interface WebhookEvents {
  ofChange(change: number, entry: Entry, language: Webhook['language']): WebhookEvent;
  /** The body of a test event. */
  test(at: Date): string;
}

export interface TurnParts {
  readonly deps: Pick<Deps, 'store' | 'clock' | 'ids'>;
  readonly queues: WebhookQueues;
  readonly events: WebhookEvents;
  readonly send: SendWebhook;
  /** What the secrets of subscribers are encrypted with. */
  readonly key: Buffer;
  readonly stopped?: () => boolean;
}

/** How long (milliseconds) a lease stands: several times as long as one request. */
const leaseMs = 60_000;

interface Sending {
  readonly id: string;
  readonly body: string;
  readonly delivery: Pick<WebhookDelivery, 'type' | 'number' | 'tries'>;
}

/** Signs and sends one event, and keeps what came of it; null where nothing was sent. */
export async function deliver(
  parts: TurnParts,
  webhook: Webhook,
  { id, body, delivery }: Sending,
  holder: string,
): Promise<WebhookAnswer | null> {
  const { deps, queues } = parts;
  const at = deps.clock.now();
  const signatures = signaturesOf(parts, webhook, { id, body, at });
  if (signatures === null) {
    await pause(parts, webhook, 'secretLost');
    return null;
  }
  if (!(await queues.hold(webhook.id, holder, leaseEnd(parts)))) return null;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'made-in-ess-webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures,
  };
  const answer = await parts.send({ address: webhook.address, headers, body });
  const { retryAfterMs: _, ...kept } = answer;
  await queues.log({ id: deps.ids.next(), webhookId: webhook.id, at, ...delivery, ...kept });
  return answer;
}

/** One signature for each secret that still signs, the newest first; null where the newest cannot be read. */
function signaturesOf(
  { key }: TurnParts,
  { id: webhookId, secrets }: Webhook,
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: Date },
): string | null {
  const signing = secrets.filter(({ until }) => until === null || until > at.toISOString());
  const [newest, ...older] = signing.map(({ sealed }) => openSecret(key, webhookId, sealed));
  if (newest === undefined || newest === null) return null;
  return [newest, ...older]
    .flatMap((secret) => (secret === null ? [] : [new Signer(secret).sign(id, at, body)]))
    .join(' ');
}

/** Pauses a subscription that nothing can be delivered to, unless somebody changed it meanwhile: the next turn goes by that. */
export async function pause(
  { deps }: TurnParts,
  webhook: Webhook,
  why: 'failed' | 'gone' | 'secretLost',
): Promise<void> {
  // A test is sent in whatever state: nobody is told twice of one pause.
  if (webhook.pausedFor === why) return;
  await pauseFailing(deps, webhook, why).catch((error: unknown) => {
    if (!(error instanceof LabelError && error.code === 'stale')) throw error;
  });
}

/** Until when a lease stands that is taken now. */
export function leaseEnd({ deps }: TurnParts): Date {
  return new Date(deps.clock.now().getTime() + leaseMs);
}
