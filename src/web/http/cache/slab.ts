/** Bytes in a slab, until newer ones overwrite them. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Called once, before the bytes are overwritten. */
  readonly gone: () => void;
}

/**
 * A ring buffer: memory taken once, in which the newest bytes overwrite the oldest. Thousands of separate buffers would each be
 * visited by every garbage collection, and the slowest answers would wait for it (row 7 of docs/performance.md).
 */
export class Slab {
  readonly #bytes: Buffer;
  /** In the order in which they were written, which is the order in which they go. */
  readonly #places = new Set<Place>();
  #at = 0;

  constructor(size: number) {
    // Shared memory, though nobody shares it: memory of the program's own would trigger a garbage collection at once.
    this.#bytes = Buffer.from(new SharedArrayBuffer(size));
  }

  /** Copies bytes; null for none, and for so many that they would push out much of the rest. */
  put(body: Buffer, gone: () => void): Place | null {
    const { length } = body;
    if (length === 0 || length > this.#bytes.length / 16) return null;
    if (this.#at + length > this.#bytes.length) {
      // It does not fit before the end: what is left of this round goes, and the next one begins.
      this.#clear(this.#at, this.#bytes.length);
      this.#at = 0;
    }
    const start = this.#at;
    this.#clear(start, start + length);
    this.#at += body.copy(this.#bytes, start);
    const place = { start, end: this.#at, gone };
    this.#places.add(place);
    return place;
  }

  /** A copy of the bytes of a place that is not gone. */
  read({ start, end }: Place): Buffer {
    return Buffer.from(this.#bytes.subarray(start, end));
  }

  /** The same as a string with a character for each byte, which is the cheapest copy that a socket takes. */
  readLatin1({ start, end }: Place): string {
    return this.#bytes.toString('latin1', start, end);
  }

  /** Takes away the oldest places that lie in a stretch. */
  #clear(from: number, to: number): void {
    for (const place of this.#places) {
      if (place.end <= from || place.start >= to) return;
      this.#places.delete(place);
      place.gone();
    }
  }
}
