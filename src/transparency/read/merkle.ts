import { hash } from 'node:crypto';
import { LogFlaw } from './logFlaw.ts';

/** The hash of an entry (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(Buffer.concat([leafPrefix, entry]));
}

/** The hash of two trees side by side (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([nodePrefix, left, right]));
}

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

function sha256(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** The root that a proof of inclusion leads to from the hash of an entry (RFC 9162, section 2.1.3.2); throws a LogFlaw where its length is not that of the place. */
export function rootOfInclusion(
  leaf: Buffer,
  {
    index,
    size,
    proof,
  }: { readonly index: number; readonly size: number; readonly proof: readonly Buffer[] },
): Buffer {
  if (index >= size) throw new LogFlaw('indexOutside');
  let place = index;
  let last = size - 1;
  let root = leaf;
  for (const sibling of proof) {
    if (last === 0) throw new LogFlaw('proofLength');
    if (place % 2 === 0 && place < last) root = nodeHash(root, sibling);
    else {
      root = nodeHash(sibling, root);
      // A subtree on the right edge stands as high as its first sibling.
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)];
    }
    [place, last] = [half(place), half(last)];
  }
  if (last > 0) throw new LogFlaw('proofLength');
  return root;
}

/** A head as far as proofs go. */
export interface Head {
  readonly size: number;
  readonly root: Buffer;
}

/** Checks that the older of two heads is the beginning of the newer one (RFC 9162, section 2.1.4.2); throws a LogFlaw. */
export function checkConsistency(older: Head, newer: Head, proof: readonly Buffer[]): void {
  if (older.size > newer.size) throw new LogFlaw('indexOutside');
  if (older.size === 0 || older.size === newer.size) {
    if (proof.length > 0) throw new LogFlaw('proofLength');
    if (older.size === newer.size && !older.root.equals(newer.root)) throw new LogFlaw('otherRoot');
    return;
  }
  let place = older.size - 1;
  let last = newer.size - 1;
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  // Where the older tree is a whole one, its root is not said again.
  const [first, ...rest] = place === 0 ? [older.root, ...proof] : proof;
  if (first === undefined) throw new LogFlaw('proofLength');
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (last === 0) throw new LogFlaw('proofLength');
    if (place % 2 === 0 && place < last) after = nodeHash(after, sibling);
    else {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)];
    }
    [place, last] = [half(place), half(last)];
  }
  if (last > 0) throw new LogFlaw('proofLength');
  if (!before.equals(older.root) || !after.equals(newer.root)) throw new LogFlaw('otherRoot');
}

function half(place: number): number {
  return Math.floor(place / 2);
}
