import { fontOf } from './fonts.ts';
import { glyphOutline, grain, writePoint } from './glyphOutline.ts';
import type { Setting } from './text.ts';
import { measure, requireGlyphs } from './text.ts';

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
