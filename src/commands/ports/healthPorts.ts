import type { Job } from './jobPorts.ts';

/** A job that no worker tries any more. */
export interface ParkedJob extends Job {
  /** What went wrong the last time: a code of ours, or the words of a program. */
  readonly error: string;
  /** When it was to be tried last. */
  readonly runAt: Date;
}

/** A parked job with the number of the file that it is about; null where it is about none. */
export type ParkedOnFile = ParkedJob & { readonly file: string | null };

/** Parked jobs as a view shows them: none on what it hides. */
export interface ParkedJobs {
  /** The longest parked first; `more` where not all were looked at. */
  parkedJobs(): Promise<{ readonly jobs: readonly ParkedJob[]; readonly more: boolean }>;
  parkedJob(id: string): Promise<ParkedJob | null>;
  /** Lets a worker try it anew, as if for the first time; false where it is not parked any more. */
  retryParked(id: string, now: Date): Promise<boolean>;
  /** Gives it up; false where it is not parked any more. */
  dropParked(id: string): Promise<boolean>;
  /** Whether somebody gave a job up. */
  isDropped(id: string): Promise<boolean>;
}

/** What is known of a backup that was made. */
export interface BackupReading {
  /** The instant that it is of (ISO). */
  readonly at: string;
  readonly encrypted: boolean;
  /** How many chains and rows were not as the journal says, and the first of them; absent where nobody looked. */
  readonly faults?: number;
  readonly fault?: string;
}

/** Backups as the database remembers them. */
export interface Backups {
  /** The newest one; null where none was ever made. */
  lastBackup(): Promise<BackupReading | null>;
}

/** How the outbox stands. */
export interface QueueReading {
  readonly waiting: number;
  readonly parked: number;
  /** When the job was due that waits longest; null where none is late. */
  readonly oldest: Date | null;
}

/** How one thing that the clock does stands. */
export interface TurnReading {
  readonly name: string;
  /** When its last turn was due that was done; null where none was yet. */
  readonly last: string | null;
  /** When its last turn was due, and its next one is. */
  readonly due: string;
  readonly next: string;
}

/** By how much the clocks of this machine and of the database may differ (milliseconds) before nothing goes by the clock any more. */
export const maxClockAheadMs = 5 * 60_000;

/** How the database stands. */
export interface DatabaseReading {
  /** Servers that hold the data, and how many of them answer; null where this account may not ask. */
  readonly members: {
    readonly all: number;
    readonly healthy: number;
    /** Whether one of them takes writes. */
    readonly hasPrimary: boolean;
    readonly lagMs: number;
  } | null;
  readonly migrations: number;
  /** By how much the clock of this machine is ahead of the database's. */
  readonly clockAheadMs: number;
  /** Sessions of browsers that are open. */
  readonly sessions: number;
  /** Of the disk that the data lie on. */
  readonly disk: { readonly usedBytes: number; readonly totalBytes: number } | null;
  /** Of the data themselves, evidence and certificates among them. */
  readonly dataBytes: number;
}

/** What the installation knows of itself beside its data; each fails where what it asks does not answer. */
export interface HealthReadings {
  queue(now: Date): Promise<QueueReading>;
  turns(now: Date): Promise<readonly TurnReading[]>;
  database(): Promise<DatabaseReading>;
  /** Whether the scanner answers; null where none is set. */
  scanner(): Promise<boolean | null>;
  /** Whether reports on letters that come back can be received. */
  readonly takesReports: boolean;
  readonly sendsMail: boolean;
}
