import { wordsOf } from '../drawing/fonts.ts';
import type { PdfLine } from './pdfLine.ts';

/**
 * Shows a line of text from its place on its baseline, the page's y growing downwards as the library sets it. False, and
 * nothing shown, for a line with raised marks: the library places those. It would place all, but sets each word anew in each
 * document: row 8 of docs/performance.md.
 */
export function showText(doc: PDFKit.PDFDocument, text: string, line: PdfLine): boolean {
  const words = wordsOf(text, line.face);
  if (words.some(({ raised }) => raised)) return false;
  const { _font: font } = doc.font(line.face, line.size);
  doc.page.fonts[font.id] ??= font.ref();
  let [shown, hex] = ['', ''];
  for (const { glyphs, positions } of words) {
    for (const [i, glyph] of glyphs.entries()) {
      const number = font.subset.includeGlyph(glyph.id);
      font.widths[number] ??= glyph.advanceWidth * font.scale;
      font.unicode[number] ??= glyph.codePoints;
      hex += number.toString(16).padStart(4, '0');
      const closer = glyph.advanceWidth - (positions[i]?.xAdvance ?? 0);
      if (closer === 0) continue;
      shown += `<${hex}> ${short(closer * font.scale)} `;
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

/** A thousandth of a point is finer than any printer. */
function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}
