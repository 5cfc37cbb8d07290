import type { Glyph } from 'fontkit';
import type { Face } from './fonts.ts';
import { fontOf } from './fonts.ts';
import { type RelativePath, relativePath } from './relativePath.ts';

/**
 * Outlines are whole numbers of twentieths of a unit: their error is a tenth of a pixel where a badge is shown four times its
 * size, and whole numbers are short to write.
 */
export const grain = 20;

/** What brings outlines back to units, as an attribute of an SVG element. */
export const grainScale = ` transform="scale(${String(1 / grain).slice(1)})"`;

/** The outline of a glyph of a face at a size in units, from the pen on the baseline, in grains; y grows downwards. */
export function glyphOutline(glyph: Glyph, face: Face, size: number): RelativePath {
  const scale = (size * grain) / fontOf(face).unitsPerEm;
  return relativePath(glyph.path.scale(scale, -scale).commands);
}

/** Two whole numbers as path data. */
export function writePoint(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}
