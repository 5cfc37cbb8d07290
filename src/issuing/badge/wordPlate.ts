import { colours } from '../drawing/colours.ts';
import { measure } from '../drawing/text.ts';
import { badgeLine } from './badgeLine.ts';
import type { BadgeLook } from './badgeLook.ts';

/** The word of a status, centred on `x`: a sun pill while the label holds, a bar across when it does not. */
export function wordPlate(word: string, x: number, top: number, look: BadgeLook): string {
  return look.holds ? pill(word, x, top) : bar(word, x, top, look.struck ? colours.coral : colours.slate);
}

function bar(word: string, x: number, top: number, fill: string): string {
  const [width, height] = [226, 40];
  const setting = { face: 'sansSemibold', size: 25, spacing: 2 } as const;
  return [
    `<rect x="${x - width / 2}" y="${top}" width="${width}" height="${height}" rx="7" fill="${fill}"/>`,
    badgeLine(word.toUpperCase(), { ...setting, x, y: top + 29, fill: colours.white, width: width - 24 }),
  ].join('');
}

/** A word alone is set in capitals; with a date it is a phrase, and read as one. */
function pill(word: string, x: number, top: number): string {
  const phrase = word.includes(' ');
  const text = phrase ? word : word.toUpperCase();
  const setting = { face: 'sansSemibold', size: 15.5, spacing: phrase ? 0.1 : 1.5 } as const;
  const inner = Math.min(232, measure(text, setting));
  const [width, height] = [Math.round(inner) + 30, 28];
  return [
    `<rect x="${x - width / 2}" y="${top}" width="${width}" height="${height}" rx="14" fill="${colours.sun}"/>`,
    badgeLine(text, { ...setting, x, y: top + 19.5, fill: colours.ink, width: inner }),
  ].join('');
}
