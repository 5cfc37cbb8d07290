import type { DomainEvent } from '../../workflow/domainEvents.ts';

/** What became true of a file, and when. */
export interface Told {
  readonly fact: DomainEvent;
  readonly at: string;
}
