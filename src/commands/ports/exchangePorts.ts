import type { Conversation } from '../items/conversation.ts';
import type { Need } from '../items/need.ts';
import type { Paged } from './keepingPorts.ts';

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
  /** Those opened before `instant` of which the content is still there. */
  conversationsWithContent(instant: string, page: Paged): Promise<Conversation[]>;
}
