import type { CertificatePaper } from '../../commands/items/papers.ts';
import { colours } from '../drawing/colours.ts';
import { markParts } from '../drawing/mark.ts';
import { measure } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLine, drawTagged } from '../pdf/pdfDraw.ts';
import { sheet } from './certificateFrame.ts';
import { type Stamp, stampOf } from './certificateStamp.ts';
import type { CertificateWords } from './certificateWords.ts';

/** The head of a page: the mark, the name of the label, its strapline, and for what is no certificate a line that says so. */
export function drawHead(pdf: Pdf, data: CertificatePaper, words: CertificateWords): void {
  const { doc, root } = pdf;
  const scale = 0.484;
  drawArtifact(pdf, () => {
    doc.save();
    doc.translate(sheet.left - 12 * scale, 48).scale(scale);
    for (const { path, fill } of markParts('colour')) doc.path(path).fill(fill);
    doc.restore();
  });
  const x = 121;
  drawTagged(pdf, root, 'P', () => {
    drawLine(pdf, words.name, { face: 'serifSemibold', size: 26, x, y: 80, fill: colours.lake });
  });
  drawTagged(pdf, root, 'P', () => {
    drawLine(pdf, words.strapline, { face: 'sans', size: 11.5, x, y: 99, fill: colours.slate });
  });
  const stamp = stampOf(data, words);
  if (stamp) drawNotice(pdf, stamp);
}

function drawNotice(pdf: Pdf, { word, note }: Stamp): void {
  const setting = { face: 'sansSemibold', size: 10 } as const;
  const text = `${word.toUpperCase()} · ${note}`;
  const width = measure(text, setting) + 24;
  drawArtifact(pdf, () => {
    pdf.doc
      .roundedRect(sheet.right - width, 58, width, 22, 11)
      .lineWidth(1.2)
      .fillAndStroke('#ffffff', colours.coral);
  });
  drawTagged(pdf, pdf.root, 'P', () => {
    drawLine(pdf, text, { ...setting, x: sheet.right - 12, y: 72.6, anchor: 'end', fill: colours.ink });
  });
}
