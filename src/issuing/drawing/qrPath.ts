import { encodeQR } from 'qr';

/** Dark modules of a code that lie side by side: from (x, y), so many. */
type Bar = readonly [x: number, y: number, length: number];

/** Modules of white that a reader needs on each side (ISO/IEC 18004). */
export const quietZone = 4;

/**
 * The code of a text at error correction M in a square of `size` modules without its quiet zone, one module a unit, dark modules
 * of a row joined: as bars, and the same as path data.
 */
export function qrPath(text: string) {
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const rows = bordered.slice(1, -1).map((row) => row.slice(1, -1));
  const bars = rows.flatMap((row, y) => runs(row).map(([x, length]): Bar => [x, y, length]));
  const path = bars.map(([x, y, n]) => `M${x} ${y}h${n}v1h-${n}z`).join('');
  return { size: rows.length, bars, path };
}

function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}
