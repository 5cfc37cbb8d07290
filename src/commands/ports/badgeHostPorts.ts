import type { Day } from '../../register/day.ts';

/** How often a badge was asked for from pages of one host. */
export interface HostCount {
  readonly host: string;
  readonly n: number;
}

/** Where the badge of a label was shown on one day in Geneva. */
export interface ShownOn {
  readonly number: string;
  readonly day: Day;
  readonly hosts: readonly HostCount[];
}

/** Counts of the hosts that show badges: by day and label, never who looked, from where, or at which page. */
export interface BadgeHosts {
  /** Those of some numbers that are in the register. */
  numbersInRegister(numbers: readonly string[]): Promise<string[]>;
  /** Adds to what was counted, by whichever process; the most frequent hosts of a day are kept. */
  addBadgeHosts(shown: ShownOn): Promise<void>;
  /** What was counted of some labels since a day, the first day first. */
  badgeHosts(numbers: readonly string[], since: Day): Promise<ShownOn[]>;
  /** Takes away what was counted before a day; gives how many days of labels that was. */
  removeBadgeHosts(before: Day): Promise<number>;
}
