import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { EventActor, WorkflowEvent } from '../../workflow/events.ts';

/** One line of the journal before it is chained. `id` is made before the first try: a second try with it changes nothing. */
export interface NewRecord {
  readonly id: string;
  readonly at: string;
  readonly actor: EventActor;
  /** The event that was taken, whole, so that a replay gives the stored state; null for what no machine rules. */
  readonly event: WorkflowEvent | null;
  readonly facts: readonly DomainEvent[];
  readonly data: Readonly<{ [key: string]: unknown }>;
}

/** What is noted of something that no item's chain tells: an edit of a working copy, a read of evidence. */
export interface Note extends Omit<NewRecord, 'event'> {
  /** The chain it is added to, e.g. `selfAssessments/A-2026-000123`. */
  readonly stream: string;
}

/** Who edits, and when, for the note that goes with the edit; its id is made before the first try. */
export type Trace = Pick<NewRecord, 'id' | 'at' | 'actor'>;
