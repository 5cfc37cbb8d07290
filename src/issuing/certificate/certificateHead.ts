import type { CertificatePaper } from '../../commands/items/papers.ts';
import { colours } from '../drawing/colours.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawParagraph } from '../pdf/pdfDraw.ts';
import { drawMark, drawNotice } from '../pdf/pdfFurniture.ts';
import { sheet } from './certificateFrame.ts';
import type { CertificateWords } from './certificateWords.ts';

/** The head of a page: the mark, the name of the label, its strapline, and for what is no certificate a line that says so. */
export function drawHead(pdf: Pdf, data: CertificatePaper, words: CertificateWords): void {
  const scale = 0.484;
  drawMark(pdf, sheet.left - 12 * scale, 48, scale);
  const x = 121;
  drawParagraph(pdf, words.name, { face: 'serifSemibold', size: 26, x, y: 80, fill: colours.lake });
  drawParagraph(pdf, words.strapline, { face: 'sans', size: 11.5, x, y: 99, fill: colours.slate });
  const stamp = stampOf(data, words);
  if (!stamp) return;
  const text = `${stamp.word.toUpperCase()} · ${stamp.note}`;
  drawNotice(pdf, text, { right: sheet.right, top: 58, height: 22, size: 10 });
}

/**
 * What a sheet says of itself that is no certificate: the word across it, and what that means. Null for a certificate that
 * counts; a preview of a specimen is a preview first.
 */
export function stampOf({ preview, specimen }: CertificatePaper, words: CertificateWords) {
  if (preview) return { word: words.preview, note: words.previewNote };
  return specimen ? { word: words.specimen, note: words.specimenNote } : null;
}
