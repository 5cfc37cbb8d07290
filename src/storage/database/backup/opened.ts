import { ageMagic, decryptBy } from './encryption.ts';

/**
 * The bytes below the encryption of a backup, or as they are where it has none. Throws a sentence where no key is at hand, none fits, or
 * anything of it was changed or cut off: age vouches for every 64 kB and for the end. `tell` gets to how many keys it is encrypted.
 */
export function opened(identities: readonly string[], tell: (recipients: number) => void = () => {}) {
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const chunks = source[Symbol.asyncIterator]();
    const first = await chunks.next();
    if (first.done) throw new Error('The backup is empty.');
    let start = Buffer.from(first.value);
    const isAge = start.subarray(0, ageMagic.length).equals(Buffer.from(ageMagic));
    // The header of age ends with a line of its own; a pipe may bring it in pieces.
    while (isAge && start.length < maxHeaderBytes && !start.includes('\n--- ')) {
      const next = await chunks.next();
      if (next.done) break;
      start = Buffer.concat([start, next.value]);
    }
    const all = (async function* () {
      yield start;
      yield* { [Symbol.asyncIterator]: () => chunks };
    })();
    tell(isAge ? recipientsIn(start) : 0);
    if (!isAge) return yield* all;
    if (identities.length === 0) {
      throw new Error(
        'The backup is encrypted: name the file of a secret key that opens it with --identity.',
      );
    }
    yield* decryptBy(identities)(all);
  };
}

const maxHeaderBytes = 64 * 1024;

/** How many keys a file of age is encrypted to: a stanza of its header each (age-encryption.org/v1). */
function recipientsIn(start: Buffer): number {
  const header = start.subarray(0, Math.max(0, start.indexOf('\n--- '))).toString('latin1');
  return header.match(/^-> /gm)?.length ?? 0;
}

/** Whatever a library says of a backup that it cannot open or read, as a sentence; other errors as they are. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'AbortError') return error;
  if (/no identity matched/.test(error.message))
    return new Error('No key of --identity opens this backup: it was encrypted to others.', { cause: error });
  const isDamage =
    /invalid tag|chunk|ciphertext|^invalid |truncated/i.test(error.message) ||
    ('code' in error && /^Z_/.test(String(error.code)));
  if (!isDamage) return error;
  return new Error(`This is no backup, or it was changed, damaged or cut off (${error.message}).`, {
    cause: error,
  });
}
