import type { Language } from '../../criteria/scheme.ts';
import type { WebhookType } from '../../register/webhooks/webhookEvent.ts';
import type { Item } from './item.ts';

/** Why nothing is sent: somebody paused it, each try failed, the receiver said that it is gone, or its secret cannot be read any more. */
export const pauseReasons = ['asked', 'failed', 'gone', 'secretLost'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** A secret that signs; `until` is the instant at which an older one ends, null for the newest. */
export interface SealedSecret {
  /** Encrypted (commands/register/webhooks/sealedSecret.ts). */
  readonly sealed: string;
  readonly until: string | null;
}

/** A subscriber to the changes of the register, who is sent each one by a request to an address of theirs. */
export interface Webhook extends Item {
  /** Empty once it is removed, as all that tells who it was. */
  readonly name: string;
  readonly address: string;
  /** Whoever looks after the receiver, and the language of their letters. */
  readonly contact: string;
  readonly language: Language;
  /** What is told; the others are passed over. */
  readonly types: readonly WebhookType[];
  readonly state: 'active' | 'paused' | 'removed';
  /** Null unless it is paused. */
  readonly pausedFor: PauseReason | null;
  /** The newest first. */
  readonly secrets: readonly SealedSecret[];
  /**
   * Where somebody wants the deliveries to go on: after a change of the register, or where they are, when null. Each order has an id of
   * its own, by which the worker knows that it has carried it out.
   */
  readonly order: { readonly id: string; readonly after: number | null };
  /** Id of the test event that was asked for last; null when none was. */
  readonly test: string | null;
  readonly addedAt: string;
}
