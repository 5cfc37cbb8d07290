import type { Glyph } from 'fontkit';
import { type Face, fontOf } from './fonts.ts';
import { type RelativePath, relativePath } from './relativePath.ts';
import { measure, requireGlyphs, type Setting } from './text.ts';

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

export interface Anchored extends Setting {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line of text as SVG path data in grains, the same on every machine; throws `invalid` for a character the face lacks. */
export function outline(text: string, at: Anchored): string {
  requireGlyphs(text, at.face, 'text');
  const font = fontOf(at.face);
  const run = font.layout(text);
  const scale = at.size / font.unitsPerEm;
  const share = { start: 0, middle: 0.5, end: 1 }[at.anchor ?? 'start'];
  let pen = at.x - share * measure(text, at);
  let path = '';
  run.glyphs.forEach((glyph, i) => {
    const position = run.positions[i];
    if (!position) throw new Error('a glyph without a position');
    const { x, y, rest } = glyphOutline(glyph, at.face, at.size);
    const left = Math.round((pen + position.xOffset * scale) * grain) + x;
    const top = Math.round((at.y - position.yOffset * scale) * grain) + y;
    if (rest !== '') path += `M${writePoint(left, top)}${rest}`;
    pen += position.xAdvance * scale + (at.spacing ?? 0);
  });
  return path;
}
