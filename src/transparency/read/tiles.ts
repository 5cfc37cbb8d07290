import { LogFlaw } from './logFlaw.ts';

/** How many hashes or entries a whole tile has (c2sp.org/tlog-tiles). */
export const tileWidth = 256;

/** Where a tile is below the address of the log; a level `entries` has the entries themselves, 256 or fewer. */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const steps = digits.match(/\d{3}/g) ?? [];
  const folders = steps.slice(0, -1).map((step) => `x${step}/`);
  const partial = width === tileWidth ? '' : `.p/${width}`;
  return `tile/${level}/${folders.join('')}${steps.at(-1)}${partial}`;
}

/** The entries of a bundle of that width, each behind its length; throws a LogFlaw where it has fewer, more, or something behind them. */
export function readBundle(bytes: Buffer, width: number): Buffer[] {
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) throw new LogFlaw('entryLength');
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) throw new LogFlaw('entryLength');
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length !== width) throw new LogFlaw(entries.length < width ? 'fewEntries' : 'tileLength');
  return entries;
}
