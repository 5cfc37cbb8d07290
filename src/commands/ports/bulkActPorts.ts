import type { DeskRow } from './deskPorts.ts';
import type { Paged } from './keepingPorts.ts';

/** What can be done to many files at once. */
export const bulkKinds = ['remind', 'handOver', 'putOnAgenda', 'write'] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** Something that an officer does to many rows: first shown, then done a line at a time. */
export interface BulkAct {
  readonly id: string;
  readonly personId: string;
  readonly kind: BulkKind;
  /** Id of the officer whose the items become, or of the session that they are put on; null where nothing is chosen. */
  readonly to: string | null;
  /** Of a message to holders; absent in any other act. */
  readonly subject?: string;
  /** What that officer should know, or the message to holders; empty where there is nothing to say. */
  readonly note: string;
  readonly state: 'planned' | 'running' | 'done';
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/**
 * What becomes of a line: `possible` or `excluded` when it was planned; then `working`, once, and `done`, `refused` with its reasons,
 * `changed` where its row is in another state than was shown, `gone` where it is not seen any more, or `unsure` where whoever
 * worked on it broke off: it may be done, and is not done again.
 */
export const lineStates = [
  ...(['possible', 'excluded', 'working', 'done', 'refused', 'changed', 'gone', 'unsure'] as const),
] as const;
export type LineState = (typeof lineStates)[number];

export interface BulkLine extends Pick<DeskRow, 'organisationId' | 'applicationId' | 'name'> {
  readonly id: string;
  readonly actId: string;
  /** The row that it is about, and the state in which that was shown. */
  readonly rowId: DeskRow['id'];
  readonly rowState: DeskRow['state'];
  /** Whose it was then. */
  readonly rowOwner: string | null;
  readonly state: LineState;
  /** Codes of `reasons`. */
  readonly reasons: readonly string[];
  /** When somebody began to work on it; null before. */
  readonly takenAt: string | null;
}

/** Acts on many rows with their lines; lines are in the view of what they are about. */
export interface BulkActing {
  bulkAct(id: string): Promise<BulkAct | null>;
  /** Those under way, the oldest first. */
  runningBulkActs(limit: number): Promise<BulkAct[]>;
  addBulkAct(act: BulkAct, lines: readonly BulkLine[]): Promise<void>;
  /** Whether it was in the first state, and is in the other now. */
  moveBulkAct(id: string, from: BulkAct['state'], to: BulkAct['state'], at: string): Promise<boolean>;
  bulkLines(actId: string, page: Paged): Promise<BulkLine[]>;
  /** How many lines came to what. */
  countBulkLines(actId: string): Promise<Readonly<Partial<Record<LineState, number>>>>;
  /** The next line to work on, taken so that nobody else gets it; null where none is left. */
  takeBulkLine(actId: string, at: string): Promise<BulkLine | null>;
  endBulkLine(id: string, state: LineState, reasons: readonly string[]): Promise<void>;
  /** Lines that somebody took before an instant and never ended. */
  leaveBulkLines(actId: string, takenBefore: string): Promise<void>;
}
