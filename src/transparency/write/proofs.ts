import { hashesOf, tileWidth } from './edge.ts';
import { fullRoot, hashSize, nodeHash } from './treeHash.ts';

/** Gives a tile of a level, both from 0: at least as many of its hashes as a tree of the size that is proven has. */
export type TileReader = (level: number, n: number) => Promise<Buffer>;

/** The hashes that lead from an entry to the root of a tree of `size` entries (RFC 6962, 2.1.1). */
export async function inclusionProof(read: TileReader, index: number, size: number): Promise<Buffer[]> {
  const tree = treeOver(read);
  const path = async (start: number, end: number): Promise<Buffer[]> => {
    if (end - start === 1) return [];
    const middle = start + split(end - start);
    return index < middle
      ? [...(await path(start, middle)), await tree(middle, end)]
      : [...(await path(middle, end)), await tree(start, middle)];
  };
  return path(0, size);
}

/** The hashes that show a tree of `size` entries to begin with that of `old` (RFC 6962, 2.1.2). */
export async function consistencyProof(read: TileReader, old: number, size: number): Promise<Buffer[]> {
  if (old === 0 || old === size) return [];
  const tree = treeOver(read);
  const path = async (start: number, end: number, whole: boolean): Promise<Buffer[]> => {
    if (end === old) return whole ? [] : [await tree(start, end)];
    const middle = start + split(end - start);
    return old <= middle
      ? [...(await path(start, middle, whole)), await tree(middle, end)]
      : [...(await path(middle, end, false)), await tree(start, middle)];
  };
  return path(0, size, true);
}

/** The hash of any run of entries that a tree divides into; each tile is read once. */
function treeOver(read: TileReader) {
  const tiles = new Map<string, Promise<Buffer>>();
  const tile = (level: number, n: number) => {
    const known = tiles.get(`${level}/${n}`) ?? read(level, n);
    tiles.set(`${level}/${n}`, known);
    return known;
  };
  const hashOf = async (start: number, end: number): Promise<Buffer> => {
    const length = end - start;
    const left = split(length);
    if (left * 2 !== length && length > 1) {
      return nodeHash(await hashOf(start, start + left), await hashOf(start + left, end));
    }
    const level = Math.floor(Math.log2(length) / Math.log2(tileWidth));
    const [first, count] = [start / tileWidth ** level, length / tileWidth ** level];
    const bytes = await tile(level, Math.floor(first / tileWidth));
    const from = (first % tileWidth) * hashSize;
    return fullRoot(hashesOf(bytes.subarray(from, from + count * hashSize)));
  };
  return hashOf;
}

/** How many entries are left of where a tree divides: the largest power of two below its size. */
function split(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}
