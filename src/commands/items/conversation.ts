import type { Item } from './item.ts';

/** What came of a conversation, as one of its sides says it. */
export const exchangeOutcomes = ['deal', 'talking', 'nothing'] as const;
export type ExchangeOutcome = (typeof exchangeOutcomes)[number];

/** One message, by a person of one of the two organisations. */
export interface Message {
  readonly organisationId: string;
  /** Id of the person. */
  readonly by: string;
  readonly text: string;
  /** Instant. */
  readonly at: string;
}

/** What one side says came of it. */
export interface SaidOutcome {
  readonly organisationId: string;
  readonly outcome: ExchangeOutcome;
  /** In francs a year; null where nobody said so. */
  readonly value: number | null;
  readonly at: string;
}

/** What two organisations write to each other about a need: one conversation for each that writes. */
export interface Conversation extends Item {
  readonly needId: string;
  /** Who published the need, and who wrote first. */
  readonly organisationId: string;
  readonly writerId: string;
  /** Instants; `answeredAt` is when the other side wrote first, null until then. */
  readonly openedAt: string;
  readonly answeredAt: string | null;
  /** When both sides were asked what came of it; absent before. */
  readonly askedAt?: string;
  /** The oldest first. */
  readonly messages: readonly Message[];
  /** At most one of each side. */
  readonly outcomes: readonly SaidOutcome[];
  /** Since when all that was written is gone; absent while it is there. */
  readonly contentErasedAt?: string;
}
