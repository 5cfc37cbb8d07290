import type { PublicWord } from '../../register/publicStatus.ts';
import { colours } from '../drawing/colours.ts';
import { badgeLine } from './badgeLine.ts';

const outlinePath = 'M12 1.5 21.5 4.6V11.4C21.5 17.2 17.6 21.2 12 23.2 6.4 21.2 2.5 17.2 2.5 11.4V4.6Z';
const tickPath = 'M7.2 12.2 10.7 15.8 17 8.4';

function stroke(colour: string, width: number, path: string): string {
  return `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${path}"/>`;
}

function ground(fill: string): string {
  return `<path fill="${fill}" stroke="${colours.white}" stroke-width="2" stroke-linejoin="round" d="${outlinePath}"/>`;
}

/** The shapes that tell a status without colour (docs/design/experience.md#verdict-banner), in a field of 24 × 24. */
export const shields = {
  tick: ground(colours.leaf) + stroke(colours.white, 3, tickPath),
  sunTick: ground(colours.sun) + stroke(colours.ink, 3, tickPath),
  hatched:
    ground(colours.white) +
    stroke(colours.slate, 2, 'M4.4 12.4 12.4 4.4M5.2 17.2 18.8 5.2M9.6 20.6 19.8 10.8') +
    stroke(colours.slate, 2, outlinePath),
  dash: ground(colours.slate) + stroke(colours.white, 3.2, 'M7.4 12H16.6'),
  struck: ground(colours.coral) + stroke(colours.white, 3.2, 'M7 17 17 7'),
} as const;

/** One rising stroke across a drawing, from its lower left to its upper right, edged so that it cuts what it crosses. */
export function strike(
  from: readonly [number, number],
  to: readonly [number, number],
  width: number,
): string {
  const line = (colour: string, thickness: number) =>
    `<path fill="none" stroke="${colour}" stroke-width="${thickness}" stroke-linecap="round" d="M${from.join(' ')}L${to.join(' ')}"/>`;
  return line(colours.white, width * 1.6) + line(colours.coral, width);
}

/** A band of ink across the upper left corner of a panel, with the word that says it is a specimen. */
export function specimenRibbon(word: string): string {
  const [near, far] = [52, 92];
  const middle = (near + far) / 4;
  const line = { face: 'sansSemibold', size: 15, spacing: 1.2, x: 0, y: 5.2, width: 86 } as const;
  const text = badgeLine(word.toUpperCase(), { ...line, fill: colours.white });
  return [
    `<path fill="${colours.ink}" d="M${near} 0H${far}L0 ${far}V${near}Z"/>`,
    `<g transform="translate(${middle} ${middle}) rotate(-45)">${text}</g>`,
  ].join('');
}

/** The same in the upper left corner of a drawing too small for a word: an S on a disc of ink. */
export function specimenLetter(): string {
  const line = { face: 'sansSemibold', size: 17, x: 11, y: 16.9, width: 20, fill: colours.white } as const;
  const letter = badgeLine('S', line);
  return `<circle cx="11" cy="11" r="10" fill="${colours.ink}" stroke="${colours.white}" stroke-width="1.5"/>${letter}`;
}

/** How a status is drawn (docs/design/workflow.md#public-states). */
export interface BadgeLook {
  /** In colour with the strapline, or grey with the word in its place. */
  readonly holds: boolean;
  readonly shape: keyof typeof shields;
  readonly hatched: boolean;
  readonly struck: boolean;
}

const holds = { holds: true, shape: 'tick', hatched: false, struck: false } as const;
const over = { holds: false, shape: 'dash', hatched: false, struck: false } as const;

/** The look of each status; none relies on colour alone. */
export const badgeLooks: Readonly<Record<PublicWord, BadgeLook>> = {
  active: holds,
  conditional: { ...holds, shape: 'sunTick' },
  provisional: { ...holds, shape: 'sunTick' },
  extended: holds,
  suspended: { ...over, shape: 'hatched', hatched: true },
  expired: over,
  terminated: over,
  withdrawn: { ...over, shape: 'struck', struck: true },
  superseded: over,
};
