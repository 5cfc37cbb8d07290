import { tileWidth } from '../../transparency/write/edge.ts';
import type { TileReader } from '../../transparency/write/proofs.ts';
import { hashSize } from '../../transparency/write/treeHash.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { LogEntry, LogHead } from '../ports/logPorts.ts';
import type { Deps } from '../ports/ports.ts';

/** A tile or a run of entries: which one, and how much of it; all of it where it names no width. */
export interface TileAsk {
  readonly n: number;
  readonly width: number | null;
}

/** Bytes of a tile; null for what the log does not have. */
export async function readTile(
  { store }: Pick<Deps, 'store'>,
  level: number,
  { n, width }: TileAsk,
): Promise<Buffer | null> {
  const full = await store.logTile(level, n);
  if (full || width === null) return full?.subarray(0, (width ?? tileWidth) * hashSize) ?? null;
  const head = await store.logHead();
  const bytes = head && edgeTile(head, level, n);
  return bytes && bytes.length >= width * hashSize ? bytes.subarray(0, width * hashSize) : null;
}

/** The partial tile of a level, if it is the one asked for. */
function edgeTile({ edge: { size, levels } }: LogHead, level: number, n: number): Buffer | null {
  return n === Math.floor(size / tileWidth ** (level + 1)) ? (levels[level] ?? null) : null;
}

/** Reads what proofs in the tree of a head are made from. */
export function tilesOf({ store }: Pick<Deps, 'store'>, head: LogHead): TileReader {
  return async (level, n) => edgeTile(head, level, n) ?? requireVisible(await store.logTile(level, n));
}

/** Entries as a bundle has them; null for what the log does not have. */
export async function readEntries(
  { store }: Pick<Deps, 'store'>,
  { n, width }: TileAsk,
): Promise<readonly LogEntry[] | null> {
  const count = width ?? tileWidth;
  const entries = await store.logEntries(n * tileWidth, count);
  return entries.length === count ? entries : null;
}
