import type { AnswerTime } from '../../register/fileClock.ts';
import type { Application, Organisation } from '../items/items.ts';
import type { BulkActing } from './bulkActPorts.ts';
import type { Counting } from './countingPorts.ts';

import type { DeskListing } from './deskPorts.ts';
import type { ParkedJobs } from './healthPorts.ts';
import type { MailReading } from './mailPorts.ts';
import type { SavedViews } from './savedViewPorts.ts';

/** What a snapshot calls the organisation of its file. */
export type FrozenName = Pick<Organisation, 'name' | 'commune'>;

/** A file in a list: what says where it stands and who has a part in it, not what was written in it. */
export interface ListedFile extends Pick<Application, 'id' | 'state' | 'submittedAt' | 'context'> {
  /** When it waited for its applicant. */
  readonly information?: readonly AnswerTime[];
}

/** Reads of lists of files, each answered from an index and bounded, however many files there are. */
export interface Listing extends BulkActing, Counting, DeskListing, MailReading, ParkedJobs, SavedViews {
  /** Submitted files by state, oldest first; at most `limit`, those after the id `last` when it is given. */
  submittedIn(states: readonly Application['state'][], limit: number, last?: string): Promise<ListedFile[]>;
  /** How many submitted files are in each of some states; a state without any is not there. */
  countIn(states: readonly Application['state'][]): Promise<ReadonlyMap<Application['state'], number>>;
  /** Files by their ids, in no order; those that are not there are left out. */
  applications(ids: readonly string[]): Promise<ListedFile[]>;
  /** The organisations of files as their last snapshots name them, by the id of the file, in one read. */
  frozenNames(files: readonly ListedFile[]): Promise<ReadonlyMap<string, FrozenName>>;
  /** Organisations that submitted a file, by name: those whose name begins with a text, at most `limit`, after `last`. */
  applicants(
    beginning: string,
    limit: number,
    last?: Pick<Organisation, 'id' | 'name'>,
  ): Promise<Pick<Organisation, 'id' | 'name'>[]>;
}
