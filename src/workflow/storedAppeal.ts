import type { LabelDecision } from '../register/sanction.ts';
import type { AppealOutcome, AppealRequest } from './appealEvents.ts';
import type { Stored } from './stored.ts';

export type StoredAppeal = Stored<AppealState, AppealContext>;

export type AppealState =
  | 'lodged'
  | 'admitted'
  | 'inadmissible'
  | 'panelFormed'
  | 'upheld'
  | 'partlyUpheld'
  | 'dismissed';

/** Of what an appeal's context holds, what is not there when it is lodged. */
export const untouchedAppeal = {
  panel: [],
  votes: [],
  asked: [],
  stayed: false,
  urgentStay: false,
  dueAt: null,
} as const satisfies Partial<AppealContext>;

export interface AppealContext {
  readonly appealId: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly against: 'refusal' | 'conditions' | 'ineligibility' | LabelDecision;
  /** The label whose decision it is against; null for the decision on an application. */
  readonly labelNumber: string | null;
  readonly panelSize: number;
  /** Who judges it; the first one chairs. */
  readonly panel: readonly string[];
  /** What each of the panel is for, in their own word. */
  readonly votes: readonly { readonly personId: string; readonly outcome: AppealOutcome }[];
  /** What single members ask for that takes effect once enough of them do; of each, the last request. */
  readonly asked: readonly { readonly personId: string; readonly step: AppealRequest }[];
  /** Whether the decision is without effect until the appeal is settled. */
  readonly stayed: boolean;
  /** Whether the chair of a panel granted a stay alone before. */
  readonly urgentStay: boolean;
  /** When that stay ends unless the panel confirms it; null where none waits for that. */
  readonly dueAt: string | null;
}
