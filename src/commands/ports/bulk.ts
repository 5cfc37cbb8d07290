import type { Entry } from '../../register/entry.ts';

/** Fills the register with many entries at a time, beside the workflow: for specimens. */
export interface Bulk {
  /** Reserves so many numbers of a series; returns the first. */
  takeNumbers(series: string, count: number): Promise<number>;
  /** Adds entries, all of them or none. */
  addEntries(entries: readonly Entry[]): Promise<void>;
  /** Writes entries in the place of those that are there, all of them or none. */
  changeEntries(entries: readonly Entry[]): Promise<void>;
}

/** The first labels of a database: an empty register gets them once. */
export interface FirstEntries {
  /** False once they were added, also after all were removed; always false where other labels exist. */
  areDue(): Promise<boolean>;
  /** Adds them and records it in the same commit; false, with nothing added, when another process added them meanwhile. */
  add(entries: readonly Entry[]): Promise<boolean>;
}
