import type { Day } from '../../register/day.ts';
import type { HostCount, HostDisplays } from '../ports/registerPorts.ts';

/** A host over several days. */
export interface HostTotal extends HostCount {
  /** The last day on which it was counted. */
  readonly last: Day;
}

/** The hosts of one label over the days that were read, the most frequent first; at most `limit`. */
export function hostTotals(shown: readonly HostDisplays[], limit: number): HostTotal[] {
  const totals = new Map<string, HostTotal>();
  for (const { day, hosts } of shown) {
    for (const { host, n } of hosts) {
      const before = totals.get(host);
      const last = before && before.last > day ? before.last : day;
      totals.set(host, { host, n: (before?.n ?? 0) + n, last });
    }
  }
  return [...totals.values()].sort((a, b) => b.n - a.n || (a.host < b.host ? -1 : 1)).slice(0, limit);
}
