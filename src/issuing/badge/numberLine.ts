import { fontOf } from '../drawing/fonts.ts';
import { glyphOutline, grain, writePoint } from '../drawing/outline.ts';
import { measure, requireGlyphs } from '../drawing/text.ts';
import { panel, panelLayouts } from './panelLayout.ts';

const [face, size, spacing] = ['sansSemibold', 16, 1.2] as const;

/** One character, or the second of two: how far the pen goes, where its outline begins, and what follows (grains). */
interface Piece {
  readonly advance: number;
  readonly x: number;
  readonly y: number;
  readonly path: string;
}

/** By the codes of one or two characters: there are as many as the numbers of labels are made of. */
const pieces = new Map<number, Piece>();

/**
 * The outline of a number, centred on the panel, as path data in grains; `invalid` for a character not in the face. It is put
 * together from pieces that are made once: to lay out its text takes rows 5 and 6 of docs/performance.md under their goals.
 */
export function numberLine(number: string): string {
  const first = pieceOf(0, number.charCodeAt(0));
  let width = 0;
  let path = first.path;
  let before = number.charCodeAt(0);
  for (let i = 1; i < number.length; i += 1) {
    const code = number.charCodeAt(i);
    const step = pieceOf(before, code);
    width += step.advance;
    path += step.path;
    before = code;
  }
  width += pieceOf(0, before).advance;
  const left = Math.round((panel.width * grain - width) / 2) + first.x;
  return `M${writePoint(left, panelLayouts.plain.number * grain + first.y)}${path}`;
}

/** The piece of a character after another one, or of the first one after none. */
function pieceOf(before: number, code: number): Piece {
  const key = before * 0x10000 + code;
  const known = pieces.get(key);
  if (known) return known;
  const characters = String.fromCharCode(...(before === 0 ? [code] : [before, code]));
  requireGlyphs(characters, face, 'number');
  const piece = before === 0 ? firstPiece(characters) : nextPiece(characters);
  pieces.set(key, piece);
  return piece;
}

function firstPiece(character: string): Piece {
  const { x, y, rest: path } = outlineOf(character);
  return { advance: measure(character, { face, size }) * grain, x, y, path };
}

/** It begins where the outline of the first character ended. */
function nextPiece(characters: string): Piece {
  const second = characters.slice(1);
  const exact = measure(characters, { face, size }) - measure(second, { face, size }) + spacing;
  const advance = Math.round(exact * grain);
  const [from, to] = [outlineOf(characters), outlineOf(second)];
  const [x, y] = [advance + to.x - from.lastX, to.y - from.lastY];
  return { advance, x, y, path: `m${writePoint(x, y)}${to.rest}` };
}

/** The outline of the first of some characters. */
function outlineOf(characters: string) {
  return glyphOutline(fontOf(face).glyphForCodePoint(characters.charCodeAt(0)), face, size);
}
