import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../../commands/ports/ports.ts';
import type { HostDisplays } from '../../../commands/ports/registerPorts.ts';
import { embeddingHost } from '../../../register/embeddingHost.ts';
import { createToday } from '../today.ts';
import { displaysByHost } from './displaysByHost.ts';

/** Most counts in memory; further ones are not counted until these are written. */
const max = 4000;
/** As it comes: what it means is read when the counts are written. */
const badge = /^\/badges\/([^/?]{1,60})\.(?:svg|png|webp)(?:\?|$)/;

export type HostCounts = ReturnType<typeof createHostCounts>;

/** Counts in memory which hosts other than that of `publicUrl` show which badges; of a request it keeps nothing but the host. */
export function createHostCounts(clock: Clock, publicUrl: string) {
  const today = createToday(clock);
  const own = new URL(publicUrl).hostname;
  let counts = new Map<string, number>();
  const add = (key: string, n: number): void => {
    const before = counts.get(key);
    if (before !== undefined || counts.size < max) counts.set(key, (before ?? 0) + n);
  };
  return {
    /** Counts a request, if it is for a badge and says which page shows it; never throws, whatever it is sent. */
    count({ method, url, headers: { referer } }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): void {
      if (referer === undefined || method !== 'GET' || !url?.startsWith('/badges/')) return;
      const host = embeddingHost(referer, own);
      const name = host === null ? undefined : badge.exec(url)?.[1];
      if (name !== undefined) add(`${today().day}\n${name}\n${host}`, 1);
    },
    /** Hands over everything that was counted and begins anew. */
    take(): HostDisplays[] {
      const taken = counts;
      counts = new Map();
      return displaysByHost(taken);
    },
    /** Takes back what could not be written, as far as there is room. */
    takeBack(shown: readonly HostDisplays[]): void {
      for (const { day, number, hosts } of shown)
        for (const { host, n } of hosts) add(`${day}\n${number}\n${host}`, n);
    },
  };
}
