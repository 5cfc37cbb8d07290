import type { Glyph } from 'fontkit';
import type { Face } from './fonts.ts';
import { fontOf } from './fonts.ts';

/** A glyph as SVG path data at one size, to be put anywhere: whole numbers are hundredths of a unit, y grows downwards. */
export interface GlyphOutline {
  /** Where its first contour begins, from the pen on the baseline. */
  readonly x: number;
  readonly y: number;
  /** All that follows the first point, written from point to point; empty for a space. */
  readonly rest: string;
  /** Where its last contour begins, and so ends. */
  readonly lastX: number;
  readonly lastY: number;
}

const letters: Readonly<Record<string, string>> = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
  closePath: 'z',
};

/** Glyphs made before, by face, size and glyph; emptied when it is full: sizes are many where lines are made to fit. */
const known = new Map<string, GlyphOutline>();
const most = 4000;

/** The outline of a glyph of a face at a size in units. */
export function glyphOutline(glyph: Glyph, face: Face, size: number): GlyphOutline {
  const key = `${face} ${size} ${glyph.id}`;
  const kept = known.get(key);
  if (kept) return kept;
  const made = makeOutline(glyph, size / fontOf(face).unitsPerEm);
  if (known.size === most) known.clear();
  known.set(key, made);
  return made;
}

/** Points are rounded before they are subtracted, so errors do not add up. */
function makeOutline(glyph: Glyph, scale: number): GlyphOutline {
  const { commands } = glyph.path.scale(scale, -scale);
  const [first = 0, second = 0] = commands[0]?.args ?? [];
  const [left, top] = [Math.round(first * 100), Math.round(second * 100)];
  let [x, y] = [left, top];
  let start: readonly [number, number] = [x, y];
  const parts = commands.map(({ command, args }, i) => {
    const letter = letters[command];
    if (letter === undefined) throw new Error(`unknown path command ${command}`);
    if (letter === 'z') [x, y] = start;
    const points = args.map((value) => Math.round(value * 100));
    const written = points.map((value, at) => value - (at % 2 === 0 ? x : y));
    [x, y] = [points.at(-2) ?? x, points.at(-1) ?? y];
    if (letter === 'm') start = [x, y];
    return i === 0 ? '' : letter + writePoints(written);
  });
  return { x: left, y: top, rest: parts.join(''), lastX: start[0], lastY: start[1] };
}

/** Coordinates in hundredths as path data. */
export function writePoints(hundredths: readonly number[]): string {
  return hundredths
    .map((value) => String(value / 100).replace(/^(-?)0\./u, '$1.'))
    .join(' ')
    .replaceAll(' -', '-');
}
