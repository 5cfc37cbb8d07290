import type { Tie } from '../../policies/tie.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { Application, Review } from '../items/items.ts';

/** What is kept of one person beside one file. */
export interface KeptDuties {
  /** The person's own reviews of it. */
  readonly reviews: readonly Pick<Review, 'state' | 'context'>[];
  /** What they made true on it, by the journals of the file and of its reviews, findings and appeals. */
  readonly facts: readonly DomainEvent[];
  /** Whether a vote of theirs on it stands in a session. */
  readonly voted: boolean;
  /** Whether they are on the panel of an appeal on it. */
  readonly onPanel: boolean;
  /** Their ties to its organisation, those that are over with them. */
  readonly ties: readonly Tie[];
}

/** Reads of what a person did, whatever of it they may see: nobody is freed of a part because it is kept from them. */
export interface DutyReading {
  dutiesOf(personId: string, file: Pick<Application, 'id' | 'context'>): Promise<KeptDuties>;
  /** Ids of the files that a person is to meet through their own part in the evaluation alone (policies/duties.ts, `read`). */
  filesEvaluatedBy(personId: string): Promise<string[]>;
}
