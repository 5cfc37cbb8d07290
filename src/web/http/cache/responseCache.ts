import type { IncomingHttpHeaders } from 'node:http';
import type { RegisterWatch } from '../../../commands/ports/registerPorts.ts';
import type { RouteClass } from '../../../commands/ports/watchPorts.ts';
import type { Coding } from '../codings.ts';
import type { Freshness } from './freshness.ts';
import { type Place, Slab } from './slab.ts';

/** A public answer as it was given: status 200, the same for everyone who asks with the same headers. */
export interface PublicAnswer {
  /** Names and values in turn, as they are sent: without what the body decides (length, encoding, ETag). */
  readonly headers: readonly string[];
  /** In quotes (RFC 9110 8.8.3). */
  readonly etag: string;
  readonly body: Buffer;
  /** Headers of the request that it depends on, in lower case, each with its value. */
  readonly vary: readonly (readonly [string, string | undefined])[];
  /** Numbers of the labels that it speaks of; null where any change in the register may change it. */
  readonly about: readonly string[] | null;
  /** Worth compressing. */
  readonly isText: boolean;
  /** What it is counted as. */
  readonly route: RouteClass;
}

/** The headers of each variant: names and values in turn. */
export interface Heads {
  readonly plain: string[];
  readonly unchanged: string[];
  readonly packed: Partial<Record<Coding, string[]>>;
}

/** One answer that is kept, ready to be sent. */
export interface CachedResponse extends Omit<PublicAnswer, 'body'> {
  readonly address: string;
  readonly plain: Place;
  /** Compressed, by coding; null while that is made, where it is not worth it, and once its memory was needed. */
  readonly packed: Partial<Record<Coding, Place | null>>;
  /** Made when it is first sent. */
  heads: Heads | null;
  /** How often it was sent. */
  sent: number;
  /** Instant (milliseconds) after which it may say what is no longer true: the end of the day where the label is. */
  readonly until: number;
}

/** The state of the register as the work on an answer began: what it says is as of then, however long the work took. */
export interface Begun {
  readonly changes: number;
  readonly until: number;
}

/** Forms of one address that are kept beside each other, by what browsers ask for in their headers. */
const maxForms = 8;
/** Longer values of headers are not what a browser sends. */
const maxLength = 200;

/**
 * Public answers in memory. One is found only while all that it speaks of is as it was when it was made: the register's
 * watch takes away what a change touches, and nothing is found once the watch is not heard or the day is over.
 */
export class ResponseCache {
  readonly slab: Slab;
  readonly #fresh: Freshness;
  readonly #byAddress = new Map<string, CachedResponse[]>();
  readonly #byNumber = new Map<string, Set<CachedResponse>>();
  readonly #general = new Set<CachedResponse>();
  #changes = 0;

  /** `size` in bytes is all that the bodies take. */
  constructor(size: number, watch: Pick<RegisterWatch, 'onChange'>, fresh: Freshness) {
    this.slab = new Slab(size);
    this.#fresh = fresh;
    watch.onChange((number) => this.#changed(number));
  }

  /** Where the register stands as the work on an answer begins; null while that is not known and nothing can be kept. */
  begin(): Begun | null {
    return this.#fresh.isFresh() ? { changes: this.#changes, until: this.#fresh.endOfToday() } : null;
  }

  /** Keeps an answer, unless the register changed since its work began; null where it is not kept. */
  keep(address: string, { body, ...answer }: PublicAnswer, begun: Begun | null): CachedResponse | null {
    if (begun?.changes !== this.#changes || answer.vary.some(([, value]) => (value?.length ?? 0) > maxLength))
      return null;
    const before = this.#byAddress.get(address)?.find((form) => sameForm(form, answer));
    if (before) this.#drop(before);
    this.#makeRoom(this.#byAddress.get(address) ?? []);
    const plain = this.slab.put(body, () => this.#drop(cached));
    if (!plain) return null;
    const cached: CachedResponse = {
      ...answer,
      address,
      plain,
      packed: {},
      heads: null,
      sent: 0,
      until: begun.until,
    };
    this.#byAddress.set(address, [...(this.#byAddress.get(address) ?? []), cached]);
    for (const set of this.#setsOf(cached)) set.add(cached);
    return cached;
  }

  /** The answer to an address for someone who asks with these headers. */
  find(address: string, headers: IncomingHttpHeaders): CachedResponse | null {
    const forms = this.#byAddress.get(address);
    const now = this.#fresh.now();
    if (!forms || !this.#fresh.isFresh(now)) return null;
    const cached = forms.find(({ vary }) => vary.every(([name, value]) => headers[name] === value));
    if (!cached) return null;
    if (cached.until >= now) return cached;
    this.#drop(cached);
    return null;
  }

  /** Keeps a compressed form beside the plain one, if that is still here. */
  pack(cached: CachedResponse, coding: Coding, bytes: Buffer): void {
    if (!this.#byAddress.get(cached.address)?.includes(cached)) return;
    cached.packed[coding] = this.slab.put(bytes, () => {
      cached.packed[coding] = null;
    });
  }

  /** The least requested variant is evicted, so that unusual headers cannot displace those of browsers. */
  #makeRoom(forms: readonly CachedResponse[]): void {
    if (forms.length < maxForms) return;
    const [least] = [...forms].sort((a, b) => a.sent - b.sent);
    if (least) this.#drop(least);
  }

  #changed(number: string | null): void {
    this.#changes += 1;
    const touched = number === null ? [...this.#byAddress.values()].flat() : this.#byNumber.get(number);
    for (const cached of [...(touched ?? []), ...this.#general]) this.#drop(cached);
  }

  #drop(cached: CachedResponse): void {
    const rest = this.#byAddress.get(cached.address)?.filter((form) => form !== cached) ?? [];
    if (rest.length > 0) this.#byAddress.set(cached.address, rest);
    else this.#byAddress.delete(cached.address);
    for (const set of this.#setsOf(cached)) set.delete(cached);
    for (const number of cached.about ?? []) {
      if (this.#byNumber.get(number)?.size === 0) this.#byNumber.delete(number);
    }
  }

  #setsOf({ about }: CachedResponse): Set<CachedResponse>[] {
    if (about === null) return [this.#general];
    return about.map((number) => {
      const known = this.#byNumber.get(number) ?? new Set();
      this.#byNumber.set(number, known);
      return known;
    });
  }
}

function sameForm(form: CachedResponse, { vary }: Pick<PublicAnswer, 'vary'>): boolean {
  return (
    form.vary.length === vary.length &&
    form.vary.every(([name, value], i) => vary[i]?.[0] === name && vary[i]?.[1] === value)
  );
}
