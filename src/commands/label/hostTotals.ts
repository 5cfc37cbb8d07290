import type { Day } from '../../register/day.ts';
import type { HostCount, HostDisplays } from '../ports/registerPorts.ts';

/** A host over several days. */
export interface HostTotal extends HostCount {
  /** The last day on which it was counted. */
  readonly last: Day;
}

/** The hosts of one label over days in their order, the most frequent first; at most `limit`. */
export function hostTotals(shown: readonly HostDisplays[], limit: number): HostTotal[] {
  const totals = new Map<string, HostTotal>();
  for (const { day, hosts } of shown) {
    for (const { host, n } of hosts) {
      totals.set(host, { host, n: (totals.get(host)?.n ?? 0) + n, last: day });
    }
  }
  return [...totals.values()].sort((a, b) => b.n - a.n || (a.host < b.host ? -1 : 1)).slice(0, limit);
}
