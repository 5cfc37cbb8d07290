import type { ComplaintOutcome } from './complaintEvents.ts';
import type { Stored } from './stored.ts';

export type ComplaintState =
  | 'received'
  | 'acknowledged'
  | 'inquiry'
  | 'answered'
  | 'unfounded'
  | 'reopened'
  | 'closed';

export interface ComplaintContext {
  readonly complaintId: string;
  /** The label that it names with its file and its holder; null where it names none of ours. */
  readonly labelNumber: string | null;
  readonly applicationId: string | null;
  readonly organisationId: string | null;
  /** Instant until which it is to be answered; once it is, until which the answer may be contested. */
  readonly dueAt: string;
  readonly handler: string | null;
  /** Id of the person from outside the office who was invited to handle it; null where nobody was. */
  readonly outsider: string | null;
  /** Who answered it before. */
  readonly earlierHandlers: readonly string[];
  /** What the holder was asked for in this inquiry; null while they were not. */
  readonly statement: { readonly dueAt: string; readonly given: boolean } | null;
  readonly outcome: ComplaintOutcome | null;
  /** Whether the answer was contested. */
  readonly contested: boolean;
}

export type StoredComplaint = Stored<ComplaintState, ComplaintContext>;
