import { colours } from '../drawing/colours.ts';
import { fillIn } from '../drawing/readWords.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawLine } from '../pdf/pdfDraw.ts';
import { sheet } from './certificateFrame.ts';
import type { CertificateWords } from './certificateWords.ts';

/** Numbers the pages of a certificate that has several; a single page carries none. */
export function drawPageNumbers(pdf: Pdf, words: CertificateWords): void {
  const { count } = pdf.doc.bufferedPageRange();
  if (count === 1) return;
  for (let i = 0; i < count; i++) {
    pdf.doc.switchToPage(i);
    const text = fillIn(words.page, { page: String(i + 1), pages: String(count) });
    pdf.doc.markContent('Artifact', { type: 'Pagination' });
    drawLine(pdf, text, { face: 'sans', size: 9.5, x: sheet.left, y: 562, fill: colours.slate });
    pdf.doc.endMarkedContent();
  }
}
