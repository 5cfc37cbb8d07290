import type { Entry } from '../register/entry.ts';

/** Fills the register with many entries at a time, beside the workflow: for specimens. */
export interface Bulk {
  /** Takes so many numbers of a series for ever; gives the first. */
  takeNumbers(series: string, count: number): Promise<number>;
  /** Adds entries, all of them or none. */
  addEntries(entries: readonly Entry[]): Promise<void>;
}
