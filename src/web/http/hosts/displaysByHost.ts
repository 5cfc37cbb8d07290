import type { HostCount, HostDisplays } from '../../../commands/ports/registerPorts.ts';
import { readNumber } from '../../../register/number.ts';

/** Counts by day, name of a badge as requested, and host, one a line, put together by day and label; no label's names fall out. */
export function displaysByHost(counts: ReadonlyMap<string, number>): HostDisplays[] {
  const byLabel = new Map<string, { number: string; day: string; hosts: Map<string, number> }>();
  for (const [key, n] of counts) {
    const [day = '', name = '', host = ''] = key.split('\n');
    const number = numberIn(name);
    if (number === null) continue;
    const id = `${day} ${number}`;
    const shown = byLabel.get(id) ?? { number, day, hosts: new Map<string, number>() };
    shown.hosts.set(host, (shown.hosts.get(host) ?? 0) + n);
    byLabel.set(id, shown);
  }
  return [...byLabel.values()].map(({ hosts, ...label }) => ({
    ...label,
    hosts: [...hosts].map(([host, n]): HostCount => ({ host, n })),
  }));
}

function numberIn(name: string): string | null {
  try {
    const read = readNumber(decodeURIComponent(name));
    return read.kind === 'number' ? read.number : null;
  } catch {
    // Percent signs that stand for nothing (RFC 3986 2.1): no number has any.
    return null;
  }
}
