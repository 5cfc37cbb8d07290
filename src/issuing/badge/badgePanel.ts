import { colours } from '../drawing/colours.ts';
import { hatch } from '../drawing/hatch.ts';
import { markFragment } from '../drawing/mark.ts';
import type { BadgeData, Drawing } from './badgeData.ts';
import type { BadgeLine } from './badgeLine.ts';
import { badgeLine } from './badgeLine.ts';
import { badgeLooks } from './badgeLook.ts';
import { badgeWords } from './badgeWords.ts';
import { scanCode } from './scanCode.ts';
import { specimenRibbon } from './specimenMark.ts';
import { strike } from './strike.ts';
import { wordPlate } from './wordPlate.ts';

const width = 300;
const centre = width / 2;
const radius = 22;
const border = 5;

/** Heights of the parts from the top: without a pill under the strapline, and with one. */
const layouts = {
  plain: {
    mark: { scale: 1.14, top: 15 },
    name: 221,
    strapline: [246, 266],
    word: 238,
    rule: 291,
    number: 315,
  },
  pill: {
    mark: { scale: 0.92, top: 13 },
    name: 190,
    strapline: [213, 232],
    word: 246,
    rule: 291,
    number: 315,
  },
} as const;

/** The panel of 300 × 330 units, or 300 × 520 with the code to scan and the address. */
export function panelBadge(data: BadgeData, word: string): Drawing {
  const look = badgeLooks[data.status];
  const words = badgeWords[data.language];
  const layout = look.holds && word ? layouts.pill : layouts.plain;
  const height = data.form === 'large' ? 520 : 330;
  const lead = look.holds ? colours.lake : colours.slate;
  const say = (text: string, line: Omit<BadgeLine, 'x' | 'width' | 'edged' | 'fill'>, fill: string = lead) =>
    badgeLine(text, { ...line, fill, x: centre, width: 252, edged: look.hatched });
  return {
    width,
    height,
    elements: [
      ground(height, lead, look.hatched),
      mark(layout.mark, look.holds),
      look.struck ? strike([46, 176], [256, 30], 12) : '',
      say(words.name, { face: 'serifSemibold', size: 43, y: layout.name }),
      look.holds
        ? words.strapline.map((line, i) =>
            say(line, { face: 'sans', size: 16.5, y: layout.strapline[i] ?? 0 }, colours.ink),
          )
        : '',
      word ? wordPlate(word, centre, layout.word, look) : '',
      `<path fill="${colours.mist}" d="M28 ${layout.rule}h244v1.5h-244z"/>`,
      say(data.number, { face: 'sansSemibold', size: 16, spacing: 1.2, y: layout.number }),
      data.form === 'large' ? scanCode(data.address, centre, 328, 164) : '',
      data.specimen ? specimenRibbon(words.specimen.word) : '',
    ]
      .flat()
      .join(''),
  };
}

function mark({ scale, top }: { scale: number; top: number }, holds: boolean): string {
  const left = Math.round((centre - 60 * scale) * 100) / 100;
  return `<g transform="translate(${left} ${top}) scale(${scale})">${markFragment(holds ? 'colour' : 'grey')}</g>`;
}

function ground(height: number, lead: string, hatched: boolean): string {
  const half = border / 2;
  const box = { left: half, top: half, right: width - half, bottom: height - half, radius: radius - half };
  const frame = `x="${half}" y="${half}" width="${width - border}" height="${height - border}" rx="${radius - half}"`;
  return [
    `<rect ${frame} fill="${colours.white}"/>`,
    hatched ? `<path stroke="#dfe3e1" stroke-width="5" d="${hatch(box, 19)}"/>` : '',
    `<rect ${frame} fill="none" stroke="${lead}" stroke-width="${border}"/>`,
  ].join('');
}
