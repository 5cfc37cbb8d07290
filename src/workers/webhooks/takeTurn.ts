import type { Webhook } from '../../commands/items/webhook.ts';
import type { WebhookAnswer, WebhookQueue } from '../../commands/ports/webhookPorts.ts';
import { waitAfter } from '../../register/webhooks/backOff.ts';
import { testType } from '../../register/webhooks/webhookEvent.ts';
import { deliver, leaseEnd, pause, type TurnParts, type WebhookEvent } from './deliver.ts';

/** Events that are sent in one turn, before it is looked at anew whose turn it is. */
const maxEvents = 50;
/** Changes that are read at once to find the next one that a subscriber wants. */
const pageSize = 10;

/**
 * One turn of a subscription: sends what is due, in the order of the changes and one after the other, until there is no more, a try
 * fails or somebody changes the subscription. A process that was frozen finds its lease taken and sends nothing more.
 */
export async function takeTurn(parts: TurnParts, webhook: Webhook): Promise<void> {
  const { deps, queues } = parts;
  const holder = deps.ids.next();
  const queue = await queues.claim(webhook, { holder, now: deps.clock.now(), until: leaseEnd(parts) });
  if (!queue) return;
  try {
    await work(parts, webhook, queue, holder);
  } finally {
    await queues.release(webhook.id, holder);
  }
}

async function work(parts: TurnParts, webhook: Webhook, queue: WebhookQueue, holder: string): Promise<void> {
  const { deps, queues, stopped = () => false } = parts;
  if (webhook.test !== null && webhook.test !== queue.test) await test(parts, webhook, webhook.test, holder);
  const isPutOff = queue.nextAt !== null && queue.nextAt > deps.clock.now();
  if (webhook.state !== 'active' || isPutOff) return;
  let { cursor, tries } = queue;
  for (let sent = 0; sent < maxEvents && !stopped(); ) {
    const changes = await deps.store.changesAfter(cursor, pageSize);
    if (changes.length === 0) return;
    const events = changes.map(({ change, entry }) => ({
      change,
      number: entry.number,
      event: parts.events.ofChange(change, entry, webhook.language),
    }));
    const next = events.find(({ event }) => webhook.types.includes(event.type));
    if (!next) {
      cursor = events.at(-1)?.change ?? cursor;
      if (!(await queues.note(webhook.id, holder, { cursor }))) return;
      continue;
    }
    // Somebody may have paused it, sent it elsewhere or ordered a replay: the next turn goes by that.
    if ((await deps.store.webhook(webhook.id))?.revision !== webhook.revision) return;
    const { event, number } = next;
    const delivery = { type: event.type, number, tries: tries + 1 };
    const answer = await deliver(parts, webhook, { ...event, delivery }, holder);
    if (answer === null) return;
    if (answer.outcome !== 'delivered')
      return failed(parts, webhook, { queue, event, tries: tries + 1, answer, holder });
    cursor = next.change;
    tries = 0;
    sent += 1;
    const done = { cursor, tries, nextAt: null, failingSince: null, deliveredAt: deps.clock.now() };
    if (!(await queues.note(webhook.id, holder, done))) return;
  }
}

/** A test changes nothing of how the deliveries stand. One that cannot be signed is over as well, or it would be tried every second. */
async function test(parts: TurnParts, webhook: Webhook, asked: string, holder: string): Promise<void> {
  const body = parts.events.test(parts.deps.clock.now());
  const delivery = { type: testType, number: null, tries: 1 } as const;
  await deliver(parts, webhook, { id: `test_${asked}`, body, delivery }, holder);
  await parts.queues.note(webhook.id, holder, { test: asked });
}

interface Failure {
  readonly queue: WebhookQueue;
  readonly event: WebhookEvent;
  readonly tries: number;
  readonly answer: WebhookAnswer;
  readonly holder: string;
}

async function failed(parts: TurnParts, webhook: Webhook, failure: Failure): Promise<void> {
  const { queue, event, tries, answer, holder } = failure;
  const now = parts.deps.clock.now();
  if (answer.outcome === 'gone') return pause(parts, webhook, 'gone');
  const wait = waitAfter(tries, `${webhook.id} ${event.id}`, answer.retryAfterMs ?? 0);
  if (wait === null) return pause(parts, webhook, 'failed');
  const nextAt = new Date(now.getTime() + wait);
  // What failed before is the same failure where it is still the first event.
  const failingSince = tries === 1 ? now : queue.failingSince;
  await parts.queues.note(webhook.id, holder, { tries, nextAt, failingSince });
}
