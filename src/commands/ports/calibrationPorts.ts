import type { Application, Score } from '../items/items.ts';

/** A level without the words that go with it. */
export type ScoredLevel = Pick<Score, 'offerId' | 'criterion' | 'level'>;

/** A delivered review: who gave which levels to which file. */
export interface DeliveredReview {
  readonly id: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly levels: readonly ScoredLevel[];
}

/** A file with what a third person settled. */
export interface EvaluatedFile extends Pick<Application, 'id' | 'context'> {
  readonly settled: readonly ScoredLevel[];
}

/** The instants of one review's way. */
export interface ReviewTimes {
  readonly acceptedAt: string;
  readonly deliveredAt: string;
}

/** Reads for calibration, as a view shows them; each is answered from an index and bounded by what it is asked for. */
export interface Calibrating {
  /** The delivered reviews that were invited last, at most `limit`: everyone's, or those of one person. */
  deliveredReviews(limit: number, personId?: string): Promise<DeliveredReview[]>;
  /** Every delivered review of some files. */
  deliveredReviewsOf(applicationIds: readonly string[]): Promise<DeliveredReview[]>;
  /** Those of some files that are in one of some states. */
  evaluatedFiles(ids: readonly string[], states: readonly Application['state'][]): Promise<EvaluatedFile[]>;
  /** From the journal, when reviews were accepted and delivered; one without both is left out. */
  reviewTimes(reviewIds: readonly string[]): Promise<ReadonlyMap<string, ReviewTimes>>;
}
