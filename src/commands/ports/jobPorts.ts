import type { DomainEvent } from '../../workflow/domainEvents.ts';

/** One reaction to one record, at most once in effect: claimed by a lease, tried again after a failure, parked in the end. */
export interface Job {
  readonly id: string;
  readonly handler: string;
  readonly fact: DomainEvent;
  readonly recordId: string;
  readonly stream: string;
  /** Counts the tries, this one included. */
  readonly attempts: number;
  /** What it follows from: a request, or a turn of the clock. */
  readonly request?: string;
}

/** The outbox, written by commits and emptied by workers. */
export interface Jobs {
  /**
   * The oldest job that is due and not leased, leased to `worker` until `now + leaseMs`; null when there is none. One that nobody tried
   * is due whatever its instant says: it was written by a clock that was ahead.
   */
  claim(worker: string, now: Date, leaseMs: number): Promise<Job | null>;
  /** False when the lease was lost meanwhile: another worker has the job. */
  done(job: Job, worker: string): Promise<boolean>;
  retry(job: Job, worker: string, error: string, runAt: Date): Promise<boolean>;
  park(job: Job, worker: string, error: string): Promise<boolean>;
  /** Counts by state. */
  counts(): Promise<{ readonly waiting: number; readonly done: number; readonly parked: number }>;
}

/** A claim on one turn of something that several processes could do. */
interface Claim {
  readonly holder: string;
  /** Which turn: the instant when it was due, as an ISO text. */
  readonly slot: string;
  readonly now: Date;
  /** How long the claim stands when its holder dies. */
  readonly ms: number;
}

/** Turns that several processes share. */
export interface Leases {
  /** True for the one process that has this turn; false while another works, and once this turn or a later one was done. */
  take(name: string, claim: Claim): Promise<boolean>;
  /** The next turn need not wait any more; `done` is the turn that was, null when it is still to be done. */
  release(name: string, by: Pick<Claim, 'holder' | 'now'> & { readonly done: string | null }): Promise<void>;
}
