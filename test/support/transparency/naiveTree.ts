import { createHash } from 'node:crypto';

/** A tree as RFC 6962, 2.1 defines it, word for word and slowly: what the log's own tree is held against. */
export function naiveRoot(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return createHash('sha256').digest();
  if (entries.length === 1) return hashed(0, ...entries);
  const k = naiveSplit(entries.length);
  return hashed(1, naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

/** The way from an entry to the root (2.1.1). */
export function naivePath(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return [];
  const k = naiveSplit(entries.length);
  return m < k
    ? [...naivePath(m, entries.slice(0, k)), naiveRoot(entries.slice(k))]
    : [...naivePath(m - k, entries.slice(k)), naiveRoot(entries.slice(0, k))];
}

/** What shows a tree to begin with its first `m` entries (2.1.2). */
export function naiveConsistency(m: number, entries: readonly Uint8Array[], whole = true): Buffer[] {
  if (m === entries.length) return whole ? [] : [naiveRoot(entries)];
  const k = naiveSplit(entries.length);
  return m <= k
    ? [...naiveConsistency(m, entries.slice(0, k), whole), naiveRoot(entries.slice(k))]
    : [...naiveConsistency(m - k, entries.slice(k), false), naiveRoot(entries.slice(0, k))];
}

function hashed(prefix: number, ...parts: readonly Uint8Array[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(prefix), ...parts]))
    .digest();
}

function naiveSplit(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
