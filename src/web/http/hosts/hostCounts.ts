import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../../commands/ports/ports.ts';
import type { HostDisplays } from '../../../commands/ports/registerPorts.ts';
import { embeddingHost } from '../../../register/embeddingHost.ts';
import { Today } from '../today.ts';
import { displaysByHost } from './displaysByHost.ts';

/** Most counts in memory; what comes on top is not counted until these are written. */
const max = 4000;
/** As it comes: what it means is read when the counts are written. */
const badge = /^\/badges\/([^/?]{1,60})\.(?:svg|png|webp)(?:\?|$)/;

/** Counts in memory which hosts show which badges; of a request it keeps the host that the page is on, and nothing else. */
export class HostCounts {
  readonly #today: Today;
  readonly #own: string;
  #counts = new Map<string, number>();

  /** `publicUrl` is our own address: what our pages show is not counted. */
  constructor(clock: Clock, publicUrl: string) {
    this.#today = new Today(clock);
    this.#own = new URL(publicUrl).hostname;
  }

  /** Counts a request, if it is for a badge and says which page shows it; never throws, whatever it is sent. */
  count({ method, url, headers: { referer } }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): void {
    if (referer === undefined || method !== 'GET' || !url?.startsWith('/badges/')) return;
    const host = embeddingHost(referer, this.#own);
    const name = host === null ? undefined : badge.exec(url)?.[1];
    if (name !== undefined) this.#add(`${this.#today.day()}\n${name}\n${host}`, 1);
  }

  /** Hands over everything that was counted and begins anew. */
  take(): HostDisplays[] {
    const counts = this.#counts;
    this.#counts = new Map();
    return displaysByHost(counts);
  }

  /** Takes back what could not be written, as far as there is room. */
  takeBack(shown: readonly HostDisplays[]): void {
    for (const { day, number, hosts } of shown) {
      for (const { host, n } of hosts) this.#add(`${day}\n${number}\n${host}`, n);
    }
  }

  #add(key: string, n: number): void {
    const before = this.#counts.get(key);
    if (before !== undefined || this.#counts.size < max) this.#counts.set(key, (before ?? 0) + n);
  }
}
