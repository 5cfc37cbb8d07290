import { fault, LabelError } from '../../errors.ts';
import type { Face } from './fonts.ts';
import { fontOf } from './fonts.ts';
import { lengthOf, missingFrom } from './shape.ts';

/** How a line is set: size in the units of the drawing, and extra space after each letter in the same units. */
export interface Setting {
  readonly face: Face;
  readonly size: number;
  readonly spacing?: number;
}

/**
 * Text as it is printed: composed accents (NFC), joined letters taken apart, single spaces, no invisible signs, and
 * the plain hyphen for the unbreakable one, which the serif lacks.
 */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uFB00-\uFB06]/gu, (joined) => joined.normalize('NFKC'))
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replaceAll('\u2011', '\u2010')
    .replace(/[\t\r\n\f\v \u2000-\u200A\u2028\u2029]+/gu, ' ')
    .trim();
}

/** Throws `invalid` with the fault `characterNotPrintable`, naming field and character, for text that the face cannot draw. */
export function requireGlyphs(text: string, face: Face, field: string): void {
  const character = missingFrom(text, fontOf(face));
  if (character === null) return;
  throw new LabelError('invalid', {
    params: { character },
    faults: [fault(field, 'characterNotPrintable', { character })],
  });
}

/** The text as it is printed; throws like `requireGlyphs`. */
export function requirePrintable(text: string, face: Face, field: string): string {
  const printed = printable(text);
  requireGlyphs(printed, face, field);
  return printed;
}

/** What stands for a character that cannot be printed, where a text is printed nevertheless. */
const standIn: Readonly<Record<Face, string>> = {
  sans: '□',
  sansSemibold: '□',
  serifSemibold: '?',
  serifItalic: '?',
};

/** The text as it is printed, with one sign in place of each character that the face cannot draw. */
export function printedAnyway(text: string, face: Face): string {
  const printed = printable(text);
  if (missingFrom(printed, fontOf(face)) === null) return printed;
  return [...new Intl.Segmenter().segment(printed)]
    .map(({ segment }) => (missingFrom(segment, fontOf(face)) === null ? segment : standIn[face]))
    .join('');
}

/** Width of one line, without the space after its last letter. */
export function measure(text: string, { face, size, spacing = 0 }: Setting): number {
  const font = fontOf(face);
  const { advance, glyphs } = lengthOf(text, font);
  return (advance * size) / font.unitsPerEm + spacing * Math.max(0, glyphs - 1);
}

/** The greatest size, from `size` downwards, at which the text is no wider than `width`. */
export function sizeToFit(text: string, setting: Setting, width: number): number {
  return Math.min(setting.size, (setting.size * width) / measure(text, setting));
}

/** Lines no wider than `width`, broken at spaces, or inside a word that alone is too wide. */
export function wrap(text: string, setting: Setting, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer, setting) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, setting, width);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line];
}

/**
 * The same for texts of any length: words are measured once each, so that a long text takes no longer than its words. What
 * letters of two words would draw closer together is not counted.
 */
export function wrapLong(text: string, setting: Setting, width: number): string[] {
  const widths = new Map<string, number>();
  const widthOf = (word: string): number => {
    const known = widths.get(word) ?? measure(word, setting);
    widths.set(word, known);
    return known;
  };
  const space = measure(' ', setting);
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const word of text.split(' ')) {
    if (line !== '' && used + space + widthOf(word) <= width) {
      [line, used] = [`${line} ${word}`, used + space + widthOf(word)];
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, setting, width);
    line = pieces.pop() ?? '';
    used = widthOf(line);
    lines.push(...pieces);
  }
  return [...lines, line];
}

/** As many lines as `wrap` makes, but of like length, the first ones rather the longer. */
export function wrapEvenly(text: string, setting: Setting, width: number): string[] {
  const count = wrap(text, setting, width).length;
  let [low, high] = [width / count - 1, width];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (wrap(text, setting, middle).length > count) low = middle;
    else high = middle;
  }
  return wrap(text, setting, Math.min(width, high * 1.1));
}

function breakWord(word: string, setting: Setting, width: number): string[] {
  if (measure(word, setting) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (piece !== '' && measure(piece + segment, setting) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
