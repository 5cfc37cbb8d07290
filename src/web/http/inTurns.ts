/**
 * Makes the pieces of long answers one at a time, so that several of them take no more of the process than one; whoever reads slowly
 * holds up nobody.
 */
export function inTurns<T>(): (pieces: AsyncIterable<T>) => AsyncGenerator<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async function* (pieces) {
    const iterator = pieces[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = last.then(() => iterator.next());
        last = next.catch(() => {});
        const piece = await next;
        if (piece.done) return;
        yield piece.value;
      }
    } finally {
      await iterator.return?.();
    }
  };
}
