import { badgeWords } from '../../i18n/badgeTitle.ts';
import { colours, tints } from '../drawing/colours.ts';
import { hatch } from '../drawing/hatch.ts';
import { markFragment } from '../drawing/mark.ts';
import { grainScale } from '../drawing/outline.ts';
import { measure } from '../drawing/text.ts';
import { type BadgeLookup, type Drawing, places } from './badgeData.ts';
import { type BadgeLine, badgeLine, edge } from './badgeLine.ts';
import { type BadgeLook, badgeLooks, specimenRibbon, strike } from './badgeSigns.ts';
import { panel, panelLayouts } from './panelLayout.ts';

const { width, radius, border } = panel;
const centre = width / 2;

/** The panel of 300 × 330 units, or 300 × 520 with room for the code to scan and the address. */
export function panelBadge({ status, language, form, specimen }: BadgeLookup, word: string): Drawing {
  const look = badgeLooks[status];
  const words = badgeWords[language];
  const layout = look.holds && word ? panelLayouts.pill : panelLayouts.plain;
  const height = form === 'large' ? panel.heightLarge : panel.height;
  const lead = look.holds ? colours.lake : colours.slate;
  const textLine = (
    text: string,
    line: Omit<BadgeLine, 'x' | 'width' | 'edged' | 'fill'>,
    fill: string = lead,
  ) => badgeLine(text, { ...line, fill, x: centre, width: 252, edged: look.hatched });
  const strapline = look.holds ? words.strapline : [];
  const content = [
    ground(height, lead, look.hatched),
    mark(layout.mark, look.holds),
    look.struck ? strike([46, 176], [256, 30], 12) : '',
    textLine(words.name, { face: 'serifSemibold', size: 43, y: layout.name }),
    ...strapline.map((line, i) =>
      textLine(line, { face: 'sans', size: 16.5, y: layout.strapline[i] ?? 0 }, colours.ink),
    ),
    word ? wordPlate(word, layout.word, look) : '',
    `<path fill="${colours.mist}" d="M28 ${layout.rule}h244v1.5h-244z"/>`,
    `<path fill="${lead}"${look.hatched ? edge : ''}${grainScale} d="${places.number}"/>`,
    form === 'large' ? places.code : '',
    specimen ? specimenRibbon(words.specimen.word) : '',
  ];
  return { width, height, content: content.join('') };
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
    hatched ? `<path stroke="${tints.hatch}" stroke-width="5" d="${hatch(box, 19)}"/>` : '',
    `<rect ${frame} fill="none" stroke="${lead}" stroke-width="${border}"/>`,
  ].join('');
}

/** The word of a status: a sun pill while the label holds, a bar across when it does not. */
function wordPlate(word: string, top: number, { holds, struck }: BadgeLook): string {
  if (holds) {
    const { text, inner, ...setting } = pillOf(word);
    const line = { ...setting, x: centre, y: top + 19.5, fill: colours.ink, width: inner };
    return plate(Math.round(inner) + 30, 28, top, 14, colours.sun) + badgeLine(text, line);
  }
  const setting = { face: 'sansSemibold', size: 25, spacing: 2 } as const;
  const line = { ...setting, x: centre, y: top + 29, fill: colours.white, width: 226 - 24 };
  return plate(226, 40, top, 7, struck ? colours.coral : colours.slate) + badgeLine(word.toUpperCase(), line);
}

/** How a word is set on a pill, and its width: alone in capitals; with a date it is a phrase, and read as one. */
export function pillOf(word: string) {
  const isPhrase = word.includes(' ');
  const text = isPhrase ? word : word.toUpperCase();
  const setting = { face: 'sansSemibold', size: 15.5, spacing: isPhrase ? 0.1 : 1.5 } as const;
  return { text, ...setting, inner: Math.min(232, measure(text, setting)) };
}

function plate(width: number, height: number, top: number, radius: number, fill: string): string {
  return `<rect x="${centre - width / 2}" y="${top}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}
