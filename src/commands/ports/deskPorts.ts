import type { Day } from '../../register/day.ts';
import type { LabelState } from '../../register/entry.ts';
import type { AnswerTime } from '../../register/fileClock.ts';
import type { Region } from '../../register/region.ts';
import type { Sector } from '../../register/sector.ts';
import type { ApplicationKind, ApplicationState } from '../../workflow/stored.ts';

export const deskKinds = ['files', 'labels'] as const;
export type DeskKind = (typeof deskKinds)[number];

/** What holds of a label beside its state, in the order in which it is told. */
export const labelMarks = [
  'conditional',
  'provisional',
  'suspensionProposed',
  'withdrawalProposed',
  'stayed',
  'noticeRecorded',
  'noticeGiven',
] as const;
export type LabelMark = (typeof labelMarks)[number];

/** A file that was sent, or a label, as lists show it; `id` is that of the item behind its kind. */
export interface DeskRow {
  readonly id: `${DeskKind}/${string}`;
  readonly kind: DeskKind;
  readonly organisationId: string;
  /** The file itself, or that of the label. */
  readonly applicationId: string;
  readonly state: ApplicationState | LabelState;
  /** Of a file with a label: the state of that label; null otherwise. */
  readonly labelState: LabelState | null;
  /** Of a label, or of the label of a file: what its state does not say. */
  readonly marks: readonly LabelMark[];
  /** Names of the offers that a label covers; empty for a file. */
  readonly offers: readonly string[];
  /** What the organisation is called today. */
  readonly name: string;
  readonly commune: string;
  readonly region: Region | null;
  readonly sector: Sector | null;
  /** Number of the label; null while there is none. */
  readonly number: string | null;
  /** Of a file only. */
  readonly applicationKind: ApplicationKind | null;
  /** The label that a file extends or has looked at anew. */
  readonly scope: string | null;
  /** When the file was sent; of a label, the first day on which it holds. */
  readonly begunAt: string;
  /** When the file waited for its applicant. */
  readonly information: readonly AnswerTime[];
  /** The instant since which it is in its state. */
  readonly since: string;
  /** The day on which something falls due in its state, of a label the first one for whatever its holder owes; null where nothing does. */
  readonly dueOn: Day | null;
  /** The day on which the label ends as things stand, or the last one on which it held once it ended; null for a file. */
  readonly endsOn: Day | null;
  /** Ids of those who score or are invited to. */
  readonly reviewers: readonly string[];
  /** Ids of those who had a part in the file (policies/parts.ts), for the view. */
  readonly parts: readonly string[];
  /** Id of the officer who keeps it; null while nobody does. */
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** Ids of the officers who follow it. */
  readonly followers: readonly string[];
  readonly changedAt: string;
}

/** What a row is sorted by: `changed` begins with the newest, every other with the smallest. */
export const deskSorts = ['changed', 'name', 'since', 'due', 'ends'] as const;
export type DeskSort = (typeof deskSorts)[number];

/** A place in a list: after the row of that id, which has that value. */
export interface DeskPlace {
  readonly value: string;
  readonly id: string;
}

/** What rows must have: one term of each group, and days within bounds that are both included. */
export interface DeskSearch {
  readonly kind: DeskKind;
  readonly terms: readonly (readonly string[])[];
  readonly days: readonly { readonly of: 'due' | 'ends'; readonly from: Day; readonly to: Day }[];
}

/** Rows of a list with the place of each. */
export interface PlacedRow {
  readonly row: DeskRow;
  readonly place: DeskPlace;
}

/** Lists of files and labels, as a view shows them, each read from an index and bounded. */
export interface DeskListing {
  deskRow(id: string): Promise<DeskRow | null>;
  /** Rows by their ids, in no order; those that are not there, or not seen, are left out. */
  deskRowsOf(ids: readonly string[]): Promise<DeskRow[]>;
  /** Rows in the order of `sort`: at most `limit`, those after a place when it is given. */
  searchDesk(
    search: DeskSearch,
    page: { readonly sort: DeskSort; readonly limit: number; readonly after?: DeskPlace | null },
  ): Promise<PlacedRow[]>;
  /** How many rows there are, counted to `limit`. */
  countDesk(search: DeskSearch, limit: number): Promise<number>;
}
