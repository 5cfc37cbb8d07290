import type { Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import type { Rank, SearchRow } from '../../register/searchRow.ts';

/** A term that entries are found by, a word that it stands for as an entry writes it, and how many they are. */
export interface KnownTerm {
  readonly term: string;
  readonly written: string;
  readonly rows: number;
  /** How many of them by the rank of a word; a filter has none. */
  readonly ranked: Readonly<Partial<Record<Rank, number>>>;
  /** The terms of what it may end with; absent unless it may be a German compound. */
  readonly ends?: readonly string[];
}

/** One thing that an entry must have: any of these terms. */
export type Wanted = readonly KnownTerm[];

/** A query for entries: every word and every filter. */
export interface Question {
  readonly words: readonly Wanted[];
  readonly filters: readonly Wanted[];
  /** The places of which it must lie in one, the nearest first: an answer goes from place to place. Absent without a distance. */
  readonly around?: Wanted;
  /** The day on which the label must be valid; null when that does not matter. */
  readonly validOn: Day | null;
}

/** Where an entry stands in the order of an answer: nearest place first, best rank of the words, labels that hold, newest number. */
export interface Cursor {
  /** The term of its place; empty where no distance is asked for. */
  readonly at: string;
  readonly rank: Rank;
  readonly holds: boolean;
  readonly number: string;
}

/** The rows after a place, or those before it, which come in the order of the answer too; from the start when there is none. */
export interface PageOfRows {
  readonly from: Cursor | null;
  readonly back: boolean;
  readonly limit: number;
}

/** One row that answers, as far as counting needs it. */
export type CountedRow = Pick<SearchRow, 'facets' | 'validUntil'>;

/** The register as it is searched. */
export interface RegisterSearch {
  /** Those of the terms that an entry has. */
  knownTerms(terms: readonly string[]): Promise<KnownTerm[]>;
  /** Terms that begin with a text, at most `limit`, in the order of the alphabet. */
  termsBeginning(beginning: string, limit: number): Promise<KnownTerm[]>;
  /** Those of the terms that an entry has, and at most `limit` that end with one of `ends`. */
  termsLike(terms: readonly string[], ends: readonly string[], limit: number): Promise<KnownTerm[]>;
  /** Terms that leave one of these when a letter is taken away, or are one of them; at most `limit`. */
  termsNear(shortened: readonly string[], limit: number): Promise<KnownTerm[]>;
  searchPage(question: Question, page: PageOfRows): Promise<Cursor[]>;
  /** The rows that answer among the first `max` that are looked at, and whether there are no others. */
  searchRows(
    question: Question,
    max: number,
  ): Promise<{ readonly rows: readonly CountedRow[]; readonly areAll: boolean }>;
  /** In the order of the numbers; a number without an entry is left out. */
  entriesWith(numbers: readonly string[]): Promise<Entry[]>;
  /** Those of an organisation, the newest number first, at most `limit`. */
  entriesOf(organisationId: string, limit: number): Promise<Entry[]>;
}

/** The register for those who keep a copy of it or walk through all of it. */
export interface OpenData {
  /** The number of the newest change, counted from 1; 0 while the register is empty. */
  newestChange(): Promise<number>;
  /** What changed after a change, oldest first, each entry once, as it stands and with its own newest change; at most `limit`. */
  changesAfter(change: number, limit: number): Promise<{ readonly change: number; readonly entry: Entry }[]>;
  /** About how many labels there are. */
  countEntries(): Promise<number>;
  /** Labels by number, `limit` of those behind the first `skip`, with the instant of their last change. */
  entryStamps(skip: number, limit: number): Promise<Pick<Entry, 'number' | 'changedAt'>[]>;
}

/** Follows what changes in the register, in whichever process it was changed. */
export interface RegisterWatch {
  /** Instant (milliseconds) up to which every change has been told; 0 before the first look. */
  knownUntil(): number;
  /** Calls `listener` with the number of each label that changed; with null when anything may have. */
  onChange(listener: (number: string | null) => void): void;
  /** Ends it; nothing is told any more. */
  stop(): Promise<void>;
}

/** How often a badge was requested by pages of one host. */
export interface HostCount {
  readonly host: string;
  readonly n: number;
}

/** Where the badge of a label was shown on one day where the label is. */
export interface HostDisplays {
  readonly number: string;
  readonly day: Day;
  readonly hosts: readonly HostCount[];
}

/** Counts of the hosts that show badges: by day and label, never who looked, from where, or at which page. */
export interface BadgeHosts {
  /** Those of some numbers that are in the register. */
  numbersInRegister(numbers: readonly string[]): Promise<string[]>;
  /** Adds to what was counted, by whichever process; the most frequent hosts of a day are kept. */
  addBadgeHosts(shown: HostDisplays): Promise<void>;
  /** What was counted of some labels since a day, the first day first. */
  badgeHosts(numbers: readonly string[], since: Day): Promise<HostDisplays[]>;
  /** Takes away what was counted before a day; gives how many days of labels that was. */
  removeBadgeHosts(before: Day): Promise<number>;
}
