/** Which of the tiles of a level, from 0, and how many hashes of it: all 256 where it says none. */
export interface TilePlace {
  readonly n: number;
  readonly width: number | null;
}

const pattern = /^((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads the end of a tile's address, `x001/x234/067` or `x001/x234/067.p/8`; null where it is written otherwise. */
export function readTilePath(path: string): TilePlace | null {
  const [, index, width] = pattern.exec(path) ?? [];
  if (index === undefined) return null;
  const n = Number(index.replaceAll(/[x/]/g, ''));
  if (index !== tilePath(n) || (width !== undefined && Number(width) > 255)) return null;
  return { n, width: width === undefined ? null : Number(width) };
}

/** How the address of a tile writes its number. */
export function tilePath(n: number): string {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}
