import type { Entry } from '../../register/entry.ts';

/** The register for those who keep a copy of it or walk through all of it. */
export interface OpenData {
  /** The number of the newest change, counted from 1; 0 while the register is empty. */
  newestChange(): Promise<number>;
  /** What changed after a change, oldest first, each entry once, as it stands and with its own newest change; at most `limit`. */
  changesAfter(change: number, limit: number): Promise<{ readonly change: number; readonly entry: Entry }[]>;
  /** About how many labels there are. */
  countEntries(): Promise<number>;
  /** Labels by number, `limit` of those behind the first `skip`, with the instant of their last change. */
  entryStamps(skip: number, limit: number): Promise<Pick<Entry, 'number' | 'changedAt'>[]>;
}
