/** Bytes that lie in a slab until newer ones need their room. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** What is being sent from here at the moment: as long as there is any, the bytes stay. */
  readers: number;
  /** Told once, when the bytes are about to go. */
  readonly gone: () => void;
}

/** Places that are being sent and are gone around before there is said to be no room. */
const mostInTheWay = 100;

/**
 * One stretch of memory taken once, filled round and round: the newest takes the room of the oldest. Thousands of buffers of
 * their own would each be looked at by every collection of garbage, and the slowest answers would wait for it.
 */
export class Slab {
  readonly #bytes: Buffer;
  /** In the order in which they were written, which is the order in which they go. */
  readonly #places = new Set<Place>();
  #at = 0;

  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  /** Copies bytes in; null for none, for what is too large, and while too many in the way are being sent. */
  put(bytes: Buffer, gone: () => void): Place | null {
    const { length } = bytes;
    if (length === 0 || length > this.#bytes.length / 16) return null;
    for (let tries = 0; tries < mostInTheWay; tries++) {
      // What does not fit before the end begins at the start again, and the rest of this round goes with it.
      const wraps = this.#at + length > this.#bytes.length;
      const inTheWay = this.#clear(this.#at, wraps ? this.#bytes.length : this.#at + length);
      if (inTheWay) this.#leave(inTheWay);
      else if (wraps) this.#at = 0;
      else return this.#write(bytes, gone);
    }
    return null;
  }

  /** The bytes of a place that is not gone, shared and not to be changed. */
  read({ start, end }: Place): Buffer {
    return this.#bytes.subarray(start, end);
  }

  #write(bytes: Buffer, gone: () => void): Place {
    const start = this.#at;
    this.#at += bytes.copy(this.#bytes, start);
    const place = { start, end: this.#at, readers: 0, gone };
    this.#places.add(place);
    return place;
  }

  /** Takes away the oldest places that lie in a stretch; gives the first that is being sent. */
  #clear(from: number, to: number): Place | null {
    for (const place of this.#places) {
      if (place.end <= from || place.start >= to) return null;
      if (place.readers > 0) return place;
      this.#places.delete(place);
      place.gone();
    }
    return null;
  }

  /** Goes on behind a place that stays for another round, so that one slow client does not hold up all others. */
  #leave(place: Place): void {
    this.#places.delete(place);
    this.#places.add(place);
    this.#at = place.end;
  }
}
