import type { Tie } from '../../policies/tie.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { Application, Review, ReviewerProfile, Score } from '../items/items.ts';

/** Whose review it is, and of which file. */
type OfReview = Pick<Review['context'], 'applicationId' | 'personId'>;

/** Reads of reviews, of who writes them, and of what they have in hand. */
export interface Reviewing {
  /** What a person is as a reviewer; null for who was never admitted. */
  reviewer(personId: string): Promise<ReviewerProfile | null>;
  reviewers(personIds: readonly string[]): Promise<ReviewerProfile[]>;
  review(id: string): Promise<Review | null>;
  /** Every review of a file, or of any of several. */
  reviewsOf(files: string | readonly string[]): Promise<Review[]>;
  reviewsBy(personId: string): Promise<Review[]>;
  /** Reviews of any file of an organisation. */
  reviewsTowards(organisationId: string): Promise<Review[]>;
  /** Reviews that people were asked for or score, of files that still wait for them. */
  reviewsUnderWay(personIds: readonly string[]): Promise<(Pick<Review, 'state'> & OfReview)[]>;
}

/** A level without the words that go with it. */
export type ScoredLevel = Pick<Score, 'offerId' | 'criterion' | 'level'>;

/** A delivered review: who gave which levels to which file. */
export interface DeliveredReview extends OfReview {
  readonly id: string;
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

/** Reads for calibration, as a view shows them; each is answered from an index and bounded. */
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

/** What is kept of one person beside one file. */
export interface KeptDuties {
  /** The person's own reviews of it. */
  readonly reviews: readonly Pick<Review, 'state' | 'context'>[];
  /** What they made true on it, by the journals of the file and of all that belongs to it. */
  readonly facts: readonly DomainEvent[];
  /** Whether a vote of theirs on it stands in a session. */
  readonly voted: boolean;
  /** Whether they are on the panel of an appeal on it. */
  readonly onPanel: boolean;
  /** Whether they were ever responsible for it, for its label or for a complaint about it. */
  readonly owned: boolean;
  /** Their ties to its organisation, those that are over with them. */
  readonly ties: readonly Tie[];
}

/** Reads of what a person did, whatever of it they may see: nobody is freed of a part because it is kept from them. */
export interface DutyReading {
  dutiesOf(personId: string, file: Pick<Application, 'id' | 'context'>): Promise<KeptDuties>;
  /** Extensions and reconsiderations of the label that a file opened. */
  filesOnLabelOf(file: Pick<Application, 'id' | 'context'>): Promise<Application[]>;
  /** Ids of the files that a person is to meet through their own part in the evaluation alone (policies/duties.ts, `read`). */
  filesEvaluatedBy(personId: string): Promise<string[]>;
  /** Ids of the people of whom `filesEvaluatedBy` gives a file. */
  evaluatorsOf(applicationId: string): Promise<string[]>;
}
