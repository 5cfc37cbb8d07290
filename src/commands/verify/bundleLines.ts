import { createHash } from 'node:crypto';

/** More than any line of a bundle has (bytes): the first one, with every key and status list, has some hundred thousand. */
const maxLineBytes = 8 * 1024 * 1024;
const newline = 0x0a;

/** What was read of a bundle: its last line, and the length and hash of all before it. */
export interface ReadBundle {
  readonly last: Buffer;
  readonly length: number;
  readonly sha256: string;
}

/**
 * Reads a bundle once from its first byte to its last and shows each line but the last one to `see`, which must believe nothing before
 * the end is there and was checked. A line or two are in memory at a time; throws for a longer one than any bundle has.
 */
export async function readBundle(
  bytes: AsyncIterable<Uint8Array>,
  see: (line: Buffer, n: number) => void,
): Promise<ReadBundle> {
  const hash = createHash('sha256');
  let last: Buffer = Buffer.alloc(0);
  let [length, n] = [0, 0];
  for await (const line of linesOf(bytes)) {
    if (n > 0) {
      hash.update(last);
      length += last.length;
      see(last, n - 1);
    }
    last = line;
    n += 1;
  }
  return { last, length, sha256: hash.digest('hex') };
}

/** The lines of a stream, each with its end where it has one. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let waiting = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end + 1)]);
      [rest, waiting, from] = [[], 0, end + 1];
    }
    if (from === chunk.length) continue;
    rest.push(Buffer.from(chunk.subarray(from)));
    waiting += chunk.length - from;
    if (waiting > maxLineBytes) throw new Error('a line of it is longer than any of a trust bundle');
  }
  if (waiting > 0) yield Buffer.concat(rest);
}
