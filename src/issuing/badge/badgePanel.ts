import { colours } from '../drawing/colours.ts';
import { grainScale } from '../drawing/glyphOutline.ts';
import { hatch } from '../drawing/hatch.ts';
import { markFragment } from '../drawing/mark.ts';
import type { BadgeLookup, PreparedDrawing } from './badgeData.ts';
import type { BadgeLine } from './badgeLine.ts';
import { badgeLine, edge, linePath } from './badgeLine.ts';
import { badgeLooks } from './badgeLook.ts';
import { badgeWords } from './badgeWords.ts';
import { numberSetting } from './numberLine.ts';
import { panel, panelLayouts } from './panelLayout.ts';
import { specimenRibbon } from './specimenMark.ts';
import { strike } from './strike.ts';
import { wordPlate } from './wordPlate.ts';

const { width, radius, border } = panel;
const centre = width / 2;

/** The panel of 300 × 330 units, or 300 × 520 with room for the code to scan and the address. */
export function panelBadge(data: BadgeLookup, word: string): PreparedDrawing {
  const look = badgeLooks[data.status];
  const words = badgeWords[data.language];
  const layout = look.holds && word ? panelLayouts.pill : panelLayouts.plain;
  const height = data.form === 'large' ? panel.heightLarge : panel.height;
  const lead = look.holds ? colours.lake : colours.slate;
  const say = (text: string, line: Omit<BadgeLine, 'x' | 'width' | 'edged' | 'fill'>, fill: string = lead) =>
    badgeLine(text, { ...line, fill, x: centre, width: 252, edged: look.hatched });
  return {
    width,
    height,
    beforeNumber: [
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
      `<path fill="${lead}"${look.hatched ? edge : ''}${grainScale} d="`,
    ]
      .flat()
      .join(''),
    afterNumber: '"/>',
    last: data.specimen ? specimenRibbon(words.specimen.word) : '',
  };
}

/** The path data in grains of a number of any characters that the face has. */
export function numberOutline(number: string): string {
  return linePath(number, { ...numberSetting, x: centre, y: panelLayouts.plain.number, width: 252 });
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
