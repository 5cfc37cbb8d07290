import { colours } from '../drawing/colours.ts';
import { qrPath, quietZone } from '../drawing/qrPath.ts';
import { badgeLine } from './badgeLine.ts';

const plate = 268;

/** The code of an address on white with its quiet zone, `side` wide and centred on `x`, the address in clear below it. */
export function scanCode(address: string, x: number, top: number, side: number): string {
  const { size, path } = qrPath(address);
  const scale = Math.round((side / (size + 2 * quietZone)) * 1000) / 1000;
  const start = Math.round((x - (size * scale) / 2) * 100) / 100;
  const line = { face: 'sans', size: 13, x, y: top + side + 8, width: plate - 16 } as const;
  return [
    `<rect x="${x - plate / 2}" y="${top}" width="${plate}" height="${side + 16}" rx="8" fill="${colours.white}"/>`,
    `<path fill="${colours.ink}" transform="translate(${start} ${top + quietZone * scale}) scale(${scale})" d="${path}"/>`,
    badgeLine(bare(address), { ...line, fill: colours.ink }),
  ].join('');
}

/** An address as people read it. */
export function bare(address: string): string {
  return address.replace(/^https?:\/\//u, '');
}
