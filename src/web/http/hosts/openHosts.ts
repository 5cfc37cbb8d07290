import type { Deps } from '../../../commands/ports/ports.ts';
import { HostCounts } from './hostCounts.ts';
import { writeHostCounts } from './writeHostCounts.ts';

/** Counts which hosts show badges and writes it until it is stopped; `report` is called when it cannot be written. */
export function openHosts(
  { clock, publicUrl, store }: Pick<Deps, 'clock' | 'publicUrl' | 'store'>,
  report: (error: unknown) => void,
): Pick<HostCounts, 'count'> & { stop(): Promise<void> } {
  const counts = new HostCounts(clock, publicUrl);
  const { stop } = writeHostCounts({ counts, store, report });
  return { count: (request) => counts.count(request), stop };
}
