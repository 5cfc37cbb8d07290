import { emptyRoot, fullRoot, hashSize, leafHash, nodeHash } from './treeHash.ts';

/** Hashes of a full tile (C2SP tlog-tiles). */
export const tileWidth = 256;

/** The right edge of a tree: its partial tile of each level, from the leaves up, as bytes. With the size it is all that growing takes. */
export interface Edge {
  readonly size: number;
  readonly levels: readonly Buffer[];
}

/** A tile of which nothing changes any more: the `n`-th of a level, both from 0. */
export interface FullTile {
  readonly level: number;
  readonly n: number;
  readonly bytes: Buffer;
}

export const emptyEdge: Edge = { size: 0, levels: [] };

/** The edge once entries follow, and the tiles that these fill. */
export function grow(edge: Edge, entries: readonly Uint8Array[]): { edge: Edge; full: FullTile[] } {
  const levels = edge.levels.map(hashesOf);
  const full: FullTile[] = [];
  entries.forEach((entry, i) => {
    let hash = leafHash(entry);
    let before = edge.size + i;
    for (let level = 0; ; level += 1) {
      const tile = levels[level] ?? [];
      levels[level] = tile;
      tile.push(hash);
      if (tile.length < tileWidth) break;
      before = Math.floor(before / tileWidth);
      full.push({ level, n: before, bytes: Buffer.concat(tile) });
      hash = fullRoot(tile);
      levels[level] = [];
    }
  });
  return {
    edge: { size: edge.size + entries.length, levels: levels.map((tile) => Buffer.concat(tile)) },
    full,
  };
}

/** The root hash of the tree that ends with an edge. */
export function rootOf({ levels }: Edge): Buffer {
  let root: Buffer | null = null;
  for (const tile of levels) {
    const hashes = hashesOf(tile);
    // From the right: the smallest full subtree of the tile is of as many hashes as its lowest bit says.
    while (hashes.length > 0) {
      const peak = fullRoot(hashes.splice(hashes.length - (hashes.length & -hashes.length)));
      root = root ? nodeHash(peak, root) : peak;
    }
  }
  return root ?? emptyRoot;
}

/** The hashes of a tile. */
export function hashesOf(tile: Buffer): Buffer[] {
  return Array.from({ length: tile.length / hashSize }, (_, i) =>
    tile.subarray(i * hashSize, (i + 1) * hashSize),
  );
}
