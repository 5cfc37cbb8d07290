import type { ChangeEffect } from './changeEvents.ts';
import type { Stored } from './stored.ts';

export type ChangeState =
  | 'notified'
  | 'followUp'
  | 'overdue'
  | 'examined'
  | 'unsettled'
  | 'closed'
  | 'dropped';

export interface ChangeContext {
  readonly changeId: string;
  /** The file that opened the label. */
  readonly applicationId: string;
  readonly organisationId: string;
  readonly labelNumber: string;
  /** Null until the office assessed it. */
  readonly effect: ChangeEffect | null;
  readonly dueAt: string | null;
}

export type StoredChange = Stored<ChangeState, ChangeContext>;
