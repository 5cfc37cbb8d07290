import type { ExpectedTile } from '../../../transparency/read/growingTree.ts';
import { readBundle, tilePath, tileWidth } from '../../../transparency/read/tiles.ts';
import type { LogSource } from './logSource.ts';

/** Most bytes of an entry and of a statement: ours have a hundredth and a tenth of them. */
const maxEntryBytes = 16 * 1024;
const maxStatementBytes = 32 * 1024;
const hashBytes = 32;

/** Up to 256 entries in a row with all that is served of them; what is not there is null. */
export interface Block {
  readonly index: number;
  readonly width: number;
  /** A function that throws a LogFlaw where the bundle is not as it must be. */
  readonly entries: (() => Buffer[]) | null;
  /** The hashes, one after the other. */
  readonly tile: Buffer | null;
  /** A line for each entry. */
  readonly statements: readonly string[] | null;
}

/** Loads a block of a log; throws Unread. */
export async function loadBlock(source: LogSource, index: number, width: number): Promise<Block> {
  const [bundle, tile, statements] = await Promise.all([
    anyWidth(source, (w) => tilePath('entries', index, w), width, maxEntryBytes),
    loadTile(source, { level: 0, index, width }),
    anyWidth(
      source,
      (w) => tilePath('entries', index, w).replace('tile/entries', 'statements'),
      width,
      maxStatementBytes,
    ),
  ]);
  return {
    index,
    width,
    entries: bundle && (() => readBundle(bundle.bytes, bundle.width).slice(0, width)),
    tile,
    statements: statements && linesOf(statements.bytes),
  };
}

/** The hashes of a tile; null where it is not there. Throws Unread. */
export async function loadTile(
  source: LogSource,
  { level, index, width }: Omit<ExpectedTile, 'bytes'>,
): Promise<Buffer | null> {
  const tile = await anyWidth(source, (w) => tilePath(level, index, w), width, hashBytes);
  return tile && tile.width > width ? tile.bytes.subarray(0, width * hashBytes) : (tile?.bytes ?? null);
}

/** A partial one may be gone once the whole one is there (tlog-tiles, "Partial Tiles"). */
async function anyWidth(source: LogSource, path: (width: number) => string, width: number, maxBytes: number) {
  for (const one of new Set([width, tileWidth])) {
    const bytes = await source.file(path(one), one * maxBytes);
    if (bytes) return { bytes, width: one };
  }
  return null;
}

function linesOf(bytes: Buffer): string[] {
  const lines = bytes.toString().split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
