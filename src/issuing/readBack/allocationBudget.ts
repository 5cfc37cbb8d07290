/** Counts the bytes allocated in a thread. */
export interface AllocationBudget {
  /** Begins anew with so many bytes. */
  start(bytes: number): void;
  /** More was allocated than the budget, since it began. */
  readonly spent: boolean;
}

/**
 * Lets this whole thread make no more arrays of bytes than a budget allows. The limits that Node sets a thread count its objects
 * only, and what a PDF unpacks to lies beside them: its reader unpacks whatever it is given, and swallows most errors, hence `spent`.
 */
export function limitAllocations(): AllocationBudget {
  let left = Number.POSITIVE_INFINITY;
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct: (target, given: unknown[], asked) => {
      left -= lengthOf(given[0]);
      if (left < 0) throw new RangeError('more memory than a file may take');
      return Reflect.construct(target, given, asked);
    },
  });
  // Its output is made outside of JavaScript; the reader of PDF has a way without it.
  Reflect.deleteProperty(globalThis, 'DecompressionStream');
  return {
    start: (bytes) => {
      left = bytes;
    },
    get spent() {
      return left < 0;
    },
  };
}

/** A view of a buffer that is there costs nothing; a length or a list does. */
function lengthOf(first: unknown): number {
  if (typeof first === 'number') return first;
  return typeof first === 'object' && first !== null && 'length' in first ? Number(first.length) : 0;
}
