import type { Stored } from '../stored.ts';
import type { NeedOutcome } from './needEvents.ts';

export type NeedState = 'open' | 'answered' | 'closed' | 'withdrawn' | 'expired' | 'removed';

export interface NeedContext {
  readonly needId: string;
  /** Who looks for it. */
  readonly organisationId: string;
  /** Instant at which it ends by itself. */
  readonly dueAt: string;
  /** Null until it is closed. */
  readonly outcome: NeedOutcome | null;
}

export type StoredNeed = Stored<NeedState, NeedContext>;
