import type { CertificatePaper } from '../../commands/items/papers.ts';
import { fault, LabelError } from '../../errors.ts';
import { type Face, fontOf, wordsOf } from './fonts.ts';

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

/** The first character of a text that a face cannot draw, or null. */
function missingFrom(text: string, face: Face): string | null {
  const font = fontOf(face);
  return [...text].find((one) => !font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)) ?? null;
}

/** Throws `invalid` with the fault `characterNotPrintable`, naming field and character, for text that the face cannot draw. */
export function requireGlyphs(text: string, face: Face, field: string): void {
  const character = missingFrom(text, face);
  if (character === null) return;
  throw new LabelError('invalid', {
    params: { character },
    faults: [fault(field, 'characterNotPrintable', { character })],
  });
}

type LabelTexts = Pick<CertificatePaper, 'number' | 'organisation' | 'offers' | 'address'>;

/** The text as it is printed; throws like `requireGlyphs`. */
export function requirePrintable(text: string, face: Face, field: string): string {
  const printed = printable(text);
  requireGlyphs(printed, face, field);
  return printed;
}

/** What a label is told by on paper, as it is printed; throws like `requireGlyphs`. */
export function requirePrintableLabel<Label extends LabelTexts>(label: Label): Label {
  return {
    ...label,
    number: requirePrintable(label.number, 'serifSemibold', 'number'),
    organisation: requirePrintable(label.organisation, 'serifSemibold', 'organisation'),
    offers: label.offers.map((offer, i) => requirePrintable(offer, 'sans', `offers.${i}`)),
    address: requirePrintable(label.address, 'sans', 'address'),
  };
}

/** The text as it is printed, with one sign in place of each character that the face cannot draw: the serif has no box. */
export function printedAnyway(text: string, face: Face): string {
  const printed = printable(text);
  if (missingFrom(printed, face) === null) return printed;
  const standIn = face.startsWith('sans') ? '□' : '?';
  return [...new Intl.Segmenter().segment(printed)]
    .map(({ segment }) => (missingFrom(segment, face) === null ? segment : standIn))
    .join('');
}

/** Width of one line, without the space after its last letter. */
export function measure(text: string, { face, size, spacing = 0 }: Setting): number {
  let [advance, glyphs] = [0, 0];
  for (const word of wordsOf(text, face)) {
    advance += word.advance;
    glyphs += word.glyphs.length;
  }
  return (advance * size) / fontOf(face).unitsPerEm + spacing * Math.max(0, glyphs - 1);
}

/** The greatest size, from `size` downwards, at which the text is no wider than `width`. */
export function sizeToFit(text: string, setting: Setting, width: number): number {
  return Math.min(setting.size, (setting.size * width) / measure(text, setting));
}

/** Lines no wider than `width`, broken at spaces, or inside a word that alone is too wide. */
export function wrap(text: string, setting: Setting, width: number): string[] {
  const lines: string[] = [];
  // Each word is measured once, so that a long text takes no longer than its words.
  let [line, used] = ['', 0];
  for (const word of text.split(' ')) {
    let last = word;
    if (line !== '' && used + measure(word, setting) <= width) line += ` ${word}`;
    else {
      const pieces = breakWord(word, setting, width);
      last = pieces.pop() ?? '';
      lines.push(...(line === '' ? [] : [line]), ...pieces);
      [line, used] = [last, 0];
    }
    used += measure(`${last} `, setting) + (setting.spacing ?? 0);
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

/** A name in the serif: the first of some sizes in which it takes no more lines than that one allows, or the last; of like length. */
export function fitName(
  name: string,
  sizes: readonly { readonly size: number; readonly lines: number }[],
  width: number,
) {
  const face = 'serifSemibold';
  const fits = sizes.find(({ size, lines }) => wrap(name, { face, size }, width).length <= lines);
  const size = (fits ?? sizes.at(-1))?.size ?? 0;
  return { face, size, lines: wrapEvenly(name, { face, size }, width) } as const;
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
