import { fontOf } from '../drawing/fonts.ts';
import { wordsOf } from '../drawing/shape.ts';
import type { PdfLine } from './pdfLine.ts';

/**
 * Shows a line of text from its place on its baseline, the page's y growing downwards as the library sets it. False, and
 * nothing shown, for a line with raised marks: the library places those.
 */
export function showText(doc: PDFKit.PDFDocument, text: string, line: PdfLine & { x: number }): boolean {
  const words = [...wordsOf(text, fontOf(line.face))];
  if (words.some(({ raised }) => raised)) return false;
  const { _font: font } = doc.font(line.face, line.size);
  doc.page.fonts[font.id] ??= font.ref();
  let [shown, hex] = ['', ''];
  for (const { glyphs, positions } of words) {
    for (let i = 0; i < glyphs.length; i += 1) {
      const [glyph, position] = [glyphs[i], positions[i]];
      if (!glyph || !position) throw new Error('a glyph without a position');
      const number = font.subset.includeGlyph(glyph.id);
      font.widths[number] ??= glyph.advanceWidth * font.scale;
      font.unicode[number] ??= glyph.codePoints;
      hex += hexOf(number);
      if (position.xAdvance === glyph.advanceWidth) continue;
      shown += `<${hex}> ${short((glyph.advanceWidth - position.xAdvance) * font.scale)} `;
      hex = '';
    }
  }
  if (hex !== '') shown += `<${hex}>`;
  const { spacing = 0, size, x, y } = line;
  const [spaced, unspaced] = spacing === 0 ? ['', ''] : [`${short(spacing)} Tc\n`, '0 Tc\n'];
  doc.addContent(
    `BT\n/${font.id} ${short(size)} Tf\n${spaced}1 0 0 -1 ${short(x)} ${short(y)} Tm\n[${shown}] TJ\n${unspaced}ET`,
  );
  return true;
}

/** Four digits for each glyph, made once. */
const hexes: string[] = [];

function hexOf(number: number): string {
  hexes[number] ??= number.toString(16).padStart(4, '0');
  return hexes[number];
}

/** A thousandth of a point is finer than any printer. */
function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const fills = new Map<string, string>();

/** The operator that fills with a colour `#rrggbb`: meant for the palette, each is kept. */
export function fillWith(colour: string): string {
  const known = fills.get(colour);
  if (known) return known;
  const parts = [1, 3, 5].map((at) => short(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const made = `${parts.join(' ')} rg`;
  fills.set(colour, made);
  return made;
}
