import type { ComplaintOutcome } from '../../workflow/complaintEvents.ts';
import type { Complaint, ComplaintKind } from '../items/complaint.ts';
import type { Paged } from './keepingPorts.ts';

/** How many complaints of one year and kind were answered in one way, or not yet. */
export interface ComplaintCount {
  readonly year: number;
  readonly kind: ComplaintKind;
  /** Null while it waits for its first answer. */
  readonly outcome: ComplaintOutcome | null;
  readonly count: number;
}

/** Complaints, as the view of the store shows them: none of an organisation that one is kept away from. */
export interface Complaints {
  /** The complaint that was sent so, whatever the view. */
  complaintSent(sent: string): Promise<Complaint | null>;
  complaint(id: string): Promise<Complaint | null>;
  /** The newest first: at most `limit`, those before the number `last`. */
  complaints(page: Paged): Promise<Complaint[]>;
  /** Those in some states, the one that is due first first; at most `limit`, due before an instant where one is given. */
  complaintsIn(
    states: readonly Complaint['state'][],
    limit: number,
    dueBefore?: string,
  ): Promise<Complaint[]>;
  /** Those about an organisation that it was asked about, the newest first. */
  complaintsAsked(organisationId: string): Promise<Complaint[]>;
  /** Those received before `instant` of which the content is still there. */
  complaintsWithContent(instant: string, page: Paged): Promise<Complaint[]>;
  /** Every complaint there ever was, counted. */
  countComplaints(): Promise<ComplaintCount[]>;
}
