import type { Day } from '../../register/day.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { Clock } from './ports.ts';

/** A clock that can be moved ahead, never back: what was written would lie in its future. */
export interface MovableClock extends Clock {
  /** Its day, while it runs ahead of the machine's; null otherwise. */
  movedTo(): Day | null;
  /** Goes on from an instant; one that is over already moves nothing. */
  moveTo(instant: Date): Promise<void>;
}

/** How often something became true, and on which items: the first few of their streams. */
export interface Happened {
  readonly fact: DomainEvent;
  readonly count: number;
  readonly streams: readonly string[];
}

/** What came of a day. */
export interface DayReport {
  readonly day: Day;
  readonly happened: readonly Happened[];
  /** How many letters of each kind were written. */
  readonly letters: Readonly<Record<string, number>>;
  /** What could not be done, in a sentence each. */
  readonly failures: readonly string[];
}

/** In development: the clock of the service and what runs by it, to be moved by hand. */
export interface Clockwork extends Pick<MovableClock, 'movedTo'> {
  /** Whether it is on its way, the days that came on the last way, and why that one ended early. */
  state(): { readonly moving: boolean; readonly days: readonly DayReport[]; readonly failed: string | null };
  /** Begins to go to the end of a way, a day at a time; false while it is on one. */
  move(until: Date): boolean;
}
