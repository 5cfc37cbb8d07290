import { type ExpectedTile, GrowingTree } from '../../../transparency/read/growingTree.ts';
import { type Head, leafHash } from '../../../transparency/read/merkle.ts';
import { tilePath, tileWidth } from '../../../transparency/read/tiles.ts';
import { type Block, loadTile } from './blocks.ts';
import type { Findings } from './finding.ts';
import type { LogSource } from './logSource.ts';

/** Most places that are kept until it is known which of two trees is the true one. */
const maxSuspects = 100;

/** A tree that is grown, with what spoke against it. */
interface Lane {
  readonly tree: GrowingTree;
  /** Heads that it did not come by. */
  readonly missed: Head[];
  /** Paths of tiles that are served otherwise. */
  readonly otherTiles: string[];
}

/**
 * Grows the tree of the entries. From the first entry on whose hash is not that in its tile, it grows that of the tiles as well: which of
 * the two comes to the signed root tells whether an entry was changed or a tile.
 */
export class TreeCheck {
  readonly #source: LogSource;
  readonly #heads: readonly Head[];
  readonly #ofEntries: Lane = lane(new GrowingTree());
  #ofTiles: Lane | null = null;
  readonly #suspects: number[] = [];

  /** `heads` are those that must lie on the way. */
  constructor(source: LogSource, heads: readonly Head[]) {
    this.#source = source;
    this.#heads = heads;
  }

  get size(): number {
    return this.#ofEntries.tree.size;
  }

  /** Adds the entries of a block that are not in the tree yet; false where one that is in it was changed. */
  async add({ index, width, tile }: Block, entries: readonly Buffer[]): Promise<boolean> {
    const leaves = entries.map(leafHash);
    const known = this.size - index * tileWidth;
    if (known > 0 && !this.#isOnEdge(leaves.slice(0, known))) return false;
    const isWhole = tile?.length === width * 32;
    if (!isWhole) this.#ofEntries.otherTiles.push(tilePath(0, index, width));
    for (const [i, leaf] of leaves.entries()) {
      if (i < known) continue;
      const served = isWhole ? tile.subarray(i * 32, (i + 1) * 32) : leaf;
      if (!served.equals(leaf)) this.#suspect(this.size);
      // Before the one that is asked how many there are.
      if (this.#ofTiles) await this.#grow(this.#ofTiles, served);
      await this.#grow(this.#ofEntries, leaf);
    }
    return true;
  }

  /** Says whether the signed head is that of the entries, and what was wrong on the way to it. */
  async close(head: Head, findings: Findings): Promise<boolean> {
    const lanes = [this.#ofEntries, ...(this.#ofTiles ? [this.#ofTiles] : [])];
    for (const one of lanes) {
      for (const partial of one.tree.partialTiles()) await this.#compare(one, partial);
    }
    const isRoot = ({ tree }: Lane) => tree.size === 0 || tree.root().equals(head.root);
    const right = lanes.find(isRoot);
    if (!right) findings.add({ name: 'otherRoot' });
    const { missed, otherTiles } = right ?? this.#ofEntries;
    for (const { size } of missed) findings.add({ name: 'splitView', head: size });
    if (right === this.#ofEntries) {
      const wrong = new Set(this.#suspects.map((at) => tilePath(0, Math.floor(at / tileWidth), tileWidth)));
      for (const tile of wrong) findings.add({ name: 'rewrittenTile', tile });
    } else for (const entry of this.#suspects) findings.add({ name: 'changedEntry', entry });
    for (const tile of right ? otherTiles : []) findings.add({ name: 'rewrittenTile', tile });
    return right === this.#ofEntries;
  }

  #suspect(at: number): void {
    this.#ofTiles ??= lane(this.#ofEntries.tree.copy(), this.#ofEntries.missed);
    if (this.#suspects.length < maxSuspects) this.#suspects.push(at);
  }

  async #grow(one: Lane, leaf: Buffer): Promise<void> {
    for (const tile of one.tree.add(leaf)) await this.#compare(one, tile);
    for (const head of this.#heads) {
      if (head.size === one.tree.size && !one.tree.root().equals(head.root)) one.missed.push(head);
    }
  }

  /** Of the lowest level each hash was compared with its entry. */
  async #compare({ otherTiles }: Lane, expected: ExpectedTile): Promise<void> {
    if (expected.level === 0 || otherTiles.length === maxSuspects) return;
    const served = await loadTile(this.#source, expected);
    if (served?.equals(expected.bytes)) return;
    otherTiles.push(tilePath(expected.level, expected.index, expected.width));
  }

  #isOnEdge(leaves: readonly Buffer[]): boolean {
    const edge = this.#ofEntries.tree.partialTiles().find(({ level }) => level === 0);
    return edge?.bytes.equals(Buffer.concat(leaves)) ?? false;
  }
}

function lane(tree: GrowingTree, missed: readonly Head[] = []): Lane {
  return { tree, missed: [...missed], otherTiles: [] };
}
