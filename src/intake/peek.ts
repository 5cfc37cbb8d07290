/** Content whose first bytes are known while all of it is still to come. */
export interface Peeked {
  readonly start: Buffer;
  /** All of it, the start as well; to be read to its end. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** Looks at the first bytes of content before it is read. */
export async function peek(stream: AsyncIterable<Buffer>, wanted: number): Promise<Peeked> {
  const reader = stream[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < wanted) {
    const { value, done } = await reader.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    yield start;
    for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
  }
  return { start: start.subarray(0, wanted), chunks: chunks() };
}
