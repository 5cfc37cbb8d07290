import type { Said } from '../../transparency/statement.ts';
import type { Edge, FullTile } from '../../transparency/write/edge.ts';

/** A head that was signed: what anyone may hold the log to. */
export interface Checkpoint {
  readonly size: number;
  /** The signed note. */
  readonly note: string;
}

/** A head as it was published. */
export interface PublishedCheckpoint extends Checkpoint {
  /** How many witnesses its readers were to wait for then. */
  readonly quorum: number;
}

/** A key that signed for the log: its own, or that of a witness. None is taken away, so that what it signed can be checked. */
export interface LogKey {
  readonly vkey: string;
  readonly kind: 'log' | 'witness';
  /** Instant since when it is published. */
  readonly since: string;
}

/** How far the log has come: `edge` of what has its place, `checkpoint` of what was published. */
export interface LogHead {
  /** Whose log it is, and the key that it is checked with; neither changes as long as it lives. */
  readonly origin: string;
  readonly vkey: string;
  readonly edge: Edge;
  readonly checkpoint: PublishedCheckpoint | null;
  /** True from when it was restored until someone showed that nothing was published since: more may have been signed than is known here. */
  readonly held: boolean;
}

/** An entry: at its place in the log, from 0, or waiting for one. */
export interface LogEntry {
  /** What it follows from: nothing is entered twice. */
  readonly source: string;
  readonly index: number | null;
  /** Its bytes, as text. */
  readonly entry: string;
  /** The statement, as canonical JSON; null once it was erased. */
  readonly statement: string | null;
}

/** What is to be said, and what it follows from; the store adds the time at which it is entered. */
export interface Entering extends Omit<Said, 'time'> {
  readonly source: string;
}

/** Names of an organisation or of offers that the register does not say of a label any more. */
export interface Unsaid {
  readonly number: string;
  readonly names: readonly string[];
}

/** How a log becomes longer. */
export interface Growth {
  /** How many entries it had. */
  readonly before: number;
  readonly edge: Edge;
  readonly full: readonly FullTile[];
  /** The sources of the entries that follow, in their order. */
  readonly sources: readonly string[];
}

/** Those who see each head of the log, so that nobody is shown another one. */
export interface Witnesses {
  /** The keys that they sign by, and how many of them are needed to believe a head. */
  readonly vkeys: readonly string[];
  readonly quorum: number;
  /** Whether one of them is to be shown a head of a size, or to be shown it again. */
  isDue(size: number): boolean;
  /**
   * The lines of those that saw a head; `proofFrom` gives what shows it to begin with an earlier one. `issuerUnavailable` where one saw a
   * longer log than this.
   */
  cosign(head: {
    readonly note: string;
    readonly size: number;
    proofFrom(old: number): Promise<readonly Uint8Array[]>;
  }): Promise<readonly string[]>;
}

/** The public log as it is kept. Nothing in it changes once it has its place, but that statements beside it are erased. */
export interface PublicLog {
  /** Lets what was said wait for its place in the log; what is known by its source does so no second time. */
  enterInLog(...entering: readonly Entering[]): Promise<void>;
  logEntry(source: string): Promise<LogEntry | null>;
  /** Entries that wait, the oldest first. */
  waitingEntries(limit: number): Promise<LogEntry[]>;
  /** Null before it has begun. */
  logHead(): Promise<LogHead | null>;
  /** Lets nothing be signed any more, or lets it again. */
  holdLog(held: boolean): Promise<void>;
  /** Begins the log at an instant, and publishes its key; begun already, it does nothing. */
  beginLog(log: Pick<LogHead, 'origin' | 'vkey'>, at: string): Promise<void>;
  /** The head, for the one process that may grow the log for so long (milliseconds, by the clock of the database); null for any other. */
  takeLog(holder: string, ms: number): Promise<LogHead | null>;
  leaveLog(holder: string): Promise<void>;
  /** Gives entries their places, all or none; false when another process came first. */
  growLog(growth: Growth): Promise<boolean>;
  /** Publishes a head in the place of a smaller one, or of the same with fewer signatures. */
  publishCheckpoint(checkpoint: PublishedCheckpoint): Promise<void>;
  /** Every key that there ever was, of earlier logs too, the oldest first. */
  logKeys(): Promise<LogKey[]>;
  /** Publishes keys of witnesses; done already, it does nothing. */
  addWitnesses(vkeys: readonly string[], at: string): Promise<void>;
  /** Puts tiles and the right edge in the place of what was lost or damaged; the size stays. */
  mendLog(edge: Edge, full: readonly FullTile[]): Promise<void>;
  /** A full tile. */
  logTile(level: number, n: number): Promise<Buffer | null>;
  /** Entries that have their place, from a first one on. */
  logEntries(from: number, limit: number): Promise<LogEntry[]>;
  /** Erases the statements of a label that say one of some names; their entries stay. */
  eraseStatements(unsaid: Unsaid): Promise<void>;
  /** Whether a statement was erased that said what the certificate of a revision says. */
  isUnsaid(number: string, revision: number): Promise<boolean>;
}
