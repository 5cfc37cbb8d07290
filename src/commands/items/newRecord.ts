import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { EventActor, WorkflowEvent } from '../../workflow/events.ts';
import type { MachineName } from '../../workflow/versions.ts';
import type { FactsWithData, TakenData } from './eventData.ts';

/** Who does something, and when; its id is made before the first try: a second try with it changes nothing. */
export interface Trace {
  readonly id: string;
  readonly at: string;
  readonly actor: EventActor;
}

/** The event that a machine took, whole, so that a replay gives the stored state, and what became true by it. */
interface Taken {
  readonly event: WorkflowEvent;
  readonly facts: readonly DomainEvent[];
  readonly data: TakenData[MachineName];
}

/** One line of the journal before it is chained; without an event where no machine rules. */
export type NewRecord = Trace & (Taken | ({ readonly event: null } & FactsWithData));

/** What is noted of something that no item's chain tells, on a chain of its own: `selfAssessments/A-2026-000123`. */
export type Note = Trace & { readonly stream: string } & FactsWithData;
