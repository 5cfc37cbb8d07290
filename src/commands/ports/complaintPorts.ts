import type { Complaint } from '../items/complaint.ts';
import type { Trace } from '../items/newRecord.ts';
import type { Paged } from './keepingPorts.ts';

/** Complaints, as the view of the store shows them: none of an organisation that one is kept away from. */
export interface Complaints {
  /** Keeps a complaint with its line in the journal, which says its number and nothing of its content; false when it was sent before. */
  addComplaint(complaint: Complaint, by: Trace): Promise<boolean>;
  /** The number of the complaint that was sent so. */
  complaintSent(sent: string): Promise<string | null>;
  complaint(id: string): Promise<Complaint | null>;
  /** The newest first: at most `limit`, those before the number `last`. */
  complaints(page: Paged): Promise<Complaint[]>;
  /** Removes up to `limit` complaints received before `instant`, with one line in the journal; gives how many, and their photos. */
  removeComplaints(
    instant: string,
    limit: number,
    line: Omit<Trace, 'actor'>,
  ): Promise<{ readonly removed: number; readonly digests: readonly string[] }>;
}
