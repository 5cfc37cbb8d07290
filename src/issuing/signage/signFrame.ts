import { colours } from '../drawing/colours.ts';
import { sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLine } from '../pdf/pdfDraw.ts';
import type { SignSheet } from './signSheets.ts';

/** The frame of a sign, and a word across where it is a specimen. */
export function drawSignFrame(pdf: Pdf, { size, frame }: SignSheet, across: string | null): void {
  const [width, height] = size;
  const edge = frame.inset + frame.border / 2;
  drawArtifact(pdf, () => {
    if (across !== null) drawAcross(pdf, across.toUpperCase(), size);
    pdf.doc
      .roundedRect(edge, edge, width - 2 * edge, height - 2 * edge, frame.radius - frame.border / 2)
      .lineWidth(frame.border)
      .stroke(colours.lake);
  });
}

function drawAcross(pdf: Pdf, word: string, [width, height]: SignSheet['size']): void {
  const { doc } = pdf;
  const setting = { face: 'serifSemibold', size: 200, spacing: 8 } as const;
  const size = sizeToFit(word, setting, Math.hypot(width, height) * 0.66);
  const angle = width > height ? -30 : -50;
  doc.save();
  doc.rotate(angle, { origin: [width / 2, height / 2] });
  const spacing = (8 * size) / 200;
  const line = { ...setting, size, spacing, x: width / 2, y: height / 2 + size * 0.33 };
  drawLine(pdf, word, { ...line, anchor: 'middle', fill: '#fbe3da' });
  doc.restore();
}
