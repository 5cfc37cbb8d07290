import type { WebhookType } from '../../register/webhooks/webhookEvent.ts';
import type { Webhook } from '../items/webhook.ts';

/** How far the deliveries of a subscription are. */
export interface WebhookQueue {
  /** Of the subscription. */
  readonly id: string;
  /** The newest change of the register that was delivered or passed over. */
  readonly cursor: number;
  /** Of the order that was carried out last. */
  readonly order: string;
  /** Of the test event that was sent last. */
  readonly test: string | null;
  /** Failed tries of the event that is next. */
  readonly tries: number;
  /** When it is tried again; null where nothing failed. */
  readonly nextAt: Date | null;
  /** Since when each try failed; null where nothing failed. */
  readonly failingSince: Date | null;
  /** When something was delivered last; null where nothing was yet. */
  readonly deliveredAt: Date | null;
}

/** What came of a try to deliver. */
export const deliveryOutcomes = [
  'delivered',
  'refused',
  'redirected',
  'gone',
  'tooLong',
  'timedOut',
  'unreachable',
  'untrusted',
  'notPublic',
] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/** How a receiver answered. */
export interface WebhookAnswer {
  readonly outcome: DeliveryOutcome;
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  readonly ms: number;
  /** The beginning of what was answered, in plain characters; empty where it was delivered. */
  readonly excerpt: string;
  /** How long (milliseconds) it asks to be left in peace; null where it did not. */
  readonly retryAfterMs: number | null;
}

/** One try to deliver. */
export interface WebhookDelivery extends Omit<WebhookAnswer, 'retryAfterMs'> {
  readonly id: string;
  readonly webhookId: string;
  readonly at: Date;
  readonly type: WebhookType | 'webhook.test';
  /** The label that it tells of; null for a test. */
  readonly number: string | null;
  /** The try that it was, from 1. */
  readonly tries: number;
}

/** A request to a receiver. */
export interface WebhookRequest {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a request to a receiver; whatever happens is an answer. */
export type SendWebhook = (request: WebhookRequest) => Promise<WebhookAnswer>;

/** Subscriptions as they are shown. */
export interface WebhookReading {
  webhook(id: string): Promise<Webhook | null>;
  /** Those that were not removed, the oldest first. */
  webhooks(): Promise<Webhook[]>;
  /** How far those are of which anything was delivered yet. */
  webhookQueues(): Promise<WebhookQueue[]>;
  /** The last tries of a subscription, the newest first. */
  webhookDeliveries(id: string, limit: number): Promise<WebhookDelivery[]>;
  /** The newest change before everything that changed at an instant or later; the newest of all where nothing did. */
  changeBefore(instant: string): Promise<number>;
}

/** What the worker keeps of its deliveries; of two workers one has a subscription, by a lease. */
export interface WebhookQueues {
  /**
   * Leases a subscription to `holder` until an instant and carries out its order, if that was not done yet; null while another has it.
   */
  claim(
    webhook: Pick<Webhook, 'id' | 'order'>,
    lease: { readonly holder: string; readonly now: Date; readonly until: Date },
  ): Promise<WebhookQueue | null>;
  /** Holds on to a lease until a later instant; false once another has it. */
  hold(id: string, holder: string, until: Date): Promise<boolean>;
  /** Notes how far it is; false once another has the lease, and nothing is noted then. */
  note(id: string, holder: string, change: Partial<Omit<WebhookQueue, 'id' | 'order'>>): Promise<boolean>;
  release(id: string, holder: string): Promise<void>;
  /** Keeps what came of a try, for thirty days. */
  log(delivery: WebhookDelivery): Promise<void>;
}
