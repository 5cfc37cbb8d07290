import type { Day } from '../../register/day.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { JournalRecord } from '../../workflow/record.ts';

/** What of the journal is looked at; everything that is given must hold. */
export interface JournalQuery {
  /** Id of who did it, or of some one of whom did. */
  readonly actor?: string | readonly string[];
  /** `<kind>/<id>`, or some of them. */
  readonly stream?: string | readonly string[];
  readonly fact?: DomainEvent;
  /** The first day, and the last. */
  readonly from?: Day;
  readonly until?: Day;
}

/** A line of it, as the web shows it. */
export type JournalLine = JournalRecord;

/** The place of a line among all lines by time. */
export type JournalPlace = Pick<JournalRecord, 'at' | 'id'>;

/** Where a chain breaks, and how; `seq` counts lines from 1. */
export interface ChainFault {
  readonly stream: string;
  readonly seq: number;
  readonly why: string;
}

/** What a walk along one chain found; `lines` were read, `whole` is false when the chain goes on after them. */
export interface ChainWalk {
  readonly lines: number;
  readonly whole: boolean;
  readonly fault: ChainFault | null;
}

/** The journal as it is read across chains. */
export interface JournalReading {
  /** Lines in the order of time, the newest first, those before `before`; every question is answered from an index. */
  journal(query: JournalQuery, limit: number, before?: JournalPlace): Promise<JournalRecord[]>;
  /** The chains of some organisations, or of one file and what followed from it; at most `limit`. */
  chainsAbout(
    about: { readonly organisations: readonly string[] } | { readonly applicationId: string },
    limit: number,
  ): Promise<readonly string[]>;
  /** By chain the id of the file that it is about, of those that belong to one. */
  filesOfChains(streams: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Every line of a chain, the first one first. */
  records(stream: string): Promise<JournalRecord[]>;
  /** The newest line of a chain, or its newest that holds `fact`. */
  lastRecord(stream: string, fact?: DomainEvent): Promise<JournalRecord | null>;
  /** Of some chains the newest line that holds `fact`, by the chain; none of those without one. */
  lastRecords(streams: readonly string[], fact: DomainEvent): Promise<ReadonlyMap<string, JournalRecord>>;
  /** Walks one chain from its first line, `max` lines at most; null for a chain that is not there. */
  verifyStream(stream: string, max: number): Promise<ChainWalk | null>;
}
