import { nodeHash } from './merkle.ts';
import { tileWidth } from './tiles.ts';

/** A tile as it must be: its level, its place in the level and its hashes, one after the other. */
export interface ExpectedTile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
  readonly bytes: Buffer;
}

/** A Merkle tree that grows entry by entry and keeps its right edge alone: its memory grows by 8 KB each time that its size grows 256-fold. */
export class GrowingTree {
  #size = 0;
  /** Roots of the whole trees that it falls into, the largest first. */
  #peaks: Buffer[] = [];
  /** The unfinished tile of each level. */
  #edge: Buffer[][] = [];

  get size(): number {
    return this.#size;
  }

  /** Adds the hash of an entry, and gives the tiles that it fills. */
  add(leaf: Buffer): ExpectedTile[] {
    const filled = this.#collect(0, leaf);
    let root = leaf;
    let height = 0;
    for (let trees = this.#size; trees % 2 === 1; trees = (trees - 1) / 2) {
      root = nodeHash(this.#peaks.pop() ?? root, root);
      height += 1;
      if (height % 8 === 0) filled.push(...this.#collect(height / 8, root));
    }
    this.#peaks.push(root);
    this.#size += 1;
    return filled;
  }

  /** The root of all entries so far, one at least. */
  root(): Buffer {
    return this.#peaks.reduceRight((right, left) => nodeHash(left, right));
  }

  /** The same tree, which grows apart from this one. */
  copy(): GrowingTree {
    const copy = new GrowingTree();
    copy.#size = this.#size;
    copy.#peaks = [...this.#peaks];
    copy.#edge = this.#edge.map((hashes) => [...hashes]);
    return copy;
  }

  /** The unfinished tiles of the right edge, one a level at most. */
  partialTiles(): ExpectedTile[] {
    return this.#edge.flatMap((hashes, level) =>
      hashes.length === 0 ? [] : [this.#tile(level, hashes, this.#size)],
    );
  }

  #collect(level: number, root: Buffer): ExpectedTile[] {
    const hashes = this.#edge[level] ?? [];
    this.#edge[level] = hashes;
    hashes.push(root);
    if (hashes.length < tileWidth) return [];
    this.#edge[level] = [];
    return [this.#tile(level, hashes, this.#size)];
  }

  #tile(level: number, hashes: readonly Buffer[], before: number): ExpectedTile {
    const index = Math.floor(before / tileWidth ** (level + 1));
    return { level, index, width: hashes.length, bytes: Buffer.concat(hashes) };
  }
}
