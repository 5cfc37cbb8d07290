import type { Conversation } from '../items/conversation.ts';
import type { Need } from '../items/need.ts';
import type { Flow } from '../items/yearFigures.ts';
import type { Paged } from './keepingPorts.ts';

/** What came of the exchanges of a year, counted, and who deals with whom. */
export interface YearCounts {
  readonly needs: number;
  /** Needs whose organisation found somebody here. */
  readonly found: number;
  /** Conversations in which both sides wrote. */
  readonly conversations: number;
  /** Conversations of which one side at least says that they led to a deal. */
  readonly deals: number;
  /** Deals whose value was said, and that value in francs a year: the smaller one where both sides say one. */
  readonly valued: number;
  readonly value: number;
  /** Of these values the four that were said last, the newest first. */
  readonly lastValues: readonly number[];
  /** With how many organisations took part, on either side. */
  readonly flows: readonly (Flow & { readonly organisations: number })[];
  /** Deals of each organisation that made one. */
  readonly bodies: readonly { readonly id: string; readonly deals: number }[];
}

/** What organisations look for, and what they write to each other about it. Needs are in every view, conversations in those of both sides. */
export interface Exchanging {
  need(id: string): Promise<Need | null>;
  /** Those that wait for somebody, the newest first: at most `limit`, those before the id `last`. */
  openNeeds(page: Paged): Promise<Need[]>;
  /** Those of an organisation, the newest first. */
  needsOf(organisationId: string, limit: number): Promise<Need[]>;
  countOpenNeeds(organisationId: string): Promise<number>;
  /** Those that are over, published before `instant`, of which the content is still there. */
  needsWithContent(instant: string, page: Paged): Promise<Need[]>;
  conversation(id: string): Promise<Conversation | null>;
  /** Those about a need, the oldest first. */
  conversationsAbout(needId: string, limit: number): Promise<Conversation[]>;
  /** Those in which an organisation is one of the sides, the newest first. */
  conversationsOf(organisationId: string, limit: number): Promise<Conversation[]>;
  /** Those with a message of `instant` or later. */
  conversationsSince(instant: string, page: Paged): Promise<Conversation[]>;
  /** Those in which both sides have written since before `instant`, and that nobody was asked about. */
  conversationsToAsk(instant: string, page: Paged): Promise<Conversation[]>;
  /** What began from one instant until before another. */
  countYear(from: string, to: string): Promise<YearCounts>;
  /** Those opened before `instant` of which the content is still there. */
  conversationsWithContent(instant: string, page: Paged): Promise<Conversation[]>;
}
