import type { Review, ReviewerProfile } from '../items/items.ts';

/** A review that is still to come, as far as a person's load counts it. */
export interface ReviewUnderWay {
  readonly personId: string;
  readonly applicationId: string;
  readonly state: Review['state'];
}

/** Reads of reviews, of who writes them, and of what they have in hand. */
export interface Reviewing {
  /** What a person is as a reviewer; null for who was never admitted. */
  reviewer(personId: string): Promise<ReviewerProfile | null>;
  reviewers(personIds: readonly string[]): Promise<ReviewerProfile[]>;
  review(id: string): Promise<Review | null>;
  reviewsOf(applicationId: string): Promise<Review[]>;
  reviewsBy(personId: string): Promise<Review[]>;
  /** Reviews of any file of an organisation. */
  reviewsTowards(organisationId: string): Promise<Review[]>;
  /** Reviews that people were asked for or score, of files that still wait for them. */
  reviewsUnderWay(personIds: readonly string[]): Promise<ReviewUnderWay[]>;
}
