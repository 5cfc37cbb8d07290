import type { RegisterWatch } from '../../../commands/ports/registerPorts.ts';
import type { Entry } from '../../../register/entry.ts';
import type { Freshness } from './freshness.ts';

/** An entry of the register, and from when it is known. */
export interface KnownEntry {
  /** Null when no label has this number. */
  readonly entry: Entry | null;
  /** The instant up to which it is known to be true, where that is not now: the database is out of reach. */
  readonly asOf: Date | null;
}

/** Labels that are looked at again and again are few; numbers that do not exist must not push them out. */
const max = { labels: 10_000, unknown: 5_000 };

/** Entries of the register in memory: read once for all who ask at the same time, forgotten when they change. */
export class EntryCache {
  readonly #read: (number: string) => Promise<Entry | null>;
  readonly #fresh: Freshness;
  readonly #labels = new Map<string, Entry>();
  readonly #unknown = new Map<string, null>();
  readonly #pending = new Map<string, Promise<Entry | null>>();
  #changes = 0;

  constructor(
    read: (number: string) => Promise<Entry | null>,
    watch: Pick<RegisterWatch, 'onChange'>,
    fresh: Freshness,
  ) {
    this.#read = read;
    this.#fresh = fresh;
    watch.onChange((number) => this.#changed(number));
  }

  /** The entry of a number; while the database is out of reach, the one that was known last. */
  async entry(number: string): Promise<KnownEntry> {
    const known = this.#labels.get(number) ?? this.#unknown.get(number);
    if (known !== undefined) {
      if (this.#fresh.isFresh()) return { entry: known, asOf: null };
      const asOf = this.#fresh.staleSince();
      if (asOf) return { entry: known, asOf };
    }
    const reading = this.#pending.get(number) ?? this.#begin(number);
    // Of another member of the replica set, perhaps, while nothing is heard of the primary.
    return { entry: await reading, asOf: this.#fresh.staleSince() };
  }

  async #begin(number: string): Promise<Entry | null> {
    const reading = this.#readAndKeep(number);
    this.#pending.set(number, reading);
    try {
      return await reading;
    } finally {
      if (this.#pending.get(number) === reading) this.#pending.delete(number);
    }
  }

  async #readAndKeep(number: string): Promise<Entry | null> {
    const begun = this.#fresh.isFresh() ? this.#changes : null;
    const entry = await this.#read(number);
    if (begun !== this.#changes) return entry;
    if (entry) keep(this.#labels, number, entry, max.labels);
    else keep(this.#unknown, number, null, max.unknown);
    return entry;
  }

  /** What is being read at this moment may be from before the change: who asks from now on reads anew. */
  #changed(number: string | null): void {
    this.#changes += 1;
    this.#pending.clear();
    this.#unknown.clear();
    if (number === null) this.#labels.clear();
    else this.#labels.delete(number);
  }
}

function keep<V>(map: Map<string, V>, key: string, value: V, limit: number): void {
  const [oldest] = map.keys();
  if (map.size >= limit && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}
