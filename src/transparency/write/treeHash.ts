import { hash } from 'node:crypto';

/** Bytes of a hash. */
export const hashSize = 32;

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** The hash of an entry (RFC 6962, 2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([leafPrefix, entry]), 'buffer');
}

/** The hash of two subtrees beside each other. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

/** The root of a full subtree of a power of two of hashes beside each other. */
export function fullRoot(hashes: readonly Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(at(row, 2 * i), at(row, 2 * i + 1)));
  }
  return at(row, 0);
}

/** The root of a tree without entries: the hash of nothing. */
export const emptyRoot = hash('sha256', '', 'buffer');

function at(row: readonly Buffer[], i: number): Buffer {
  const one = row[i];
  if (!one) throw new RangeError(`there is no hash ${i} of ${row.length}`);
  return one;
}
