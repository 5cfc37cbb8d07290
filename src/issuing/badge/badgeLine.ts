import { colours } from '../drawing/colours.ts';
import { type Anchored, grain, grainScale, outline } from '../drawing/outline.ts';
import { sizeToFit } from '../drawing/text.ts';

export interface BadgeLine extends Omit<Anchored, 'anchor'> {
  readonly fill: string;
  /** The line is made smaller when it would be wider than this. */
  readonly width: number;
  /** A white edge, to stay readable on hatching. */
  readonly edged?: boolean;
}

/** What sets a line off from what it stands on; its width is in grains, as the line is. */
export const edge = ` stroke="${colours.white}" stroke-width="${8 * grain}" stroke-linejoin="round" paint-order="stroke"`;

/** One line of a badge, centred on `x`, as an SVG element. */
export function badgeLine(text: string, line: BadgeLine): string {
  return `<path fill="${line.fill}"${line.edged ? edge : ''}${grainScale} d="${linePath(text, line)}"/>`;
}

/** The same as path data in grains. */
export function linePath(text: string, line: Omit<BadgeLine, 'fill' | 'edged'>): string {
  const size = sizeToFit(text, line, line.width);
  const spacing = ((line.spacing ?? 0) * size) / line.size;
  return outline(text, { ...line, size, spacing, anchor: 'middle' });
}
