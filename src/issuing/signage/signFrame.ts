import { colours, tints } from '../drawing/colours.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact } from '../pdf/pdfDraw.ts';
import { drawAcross } from '../pdf/pdfFurniture.ts';
import type { SignSheet } from './signSheets.ts';

const wordAcross = { face: 'serifSemibold', size: 200, spacing: 2, fill: tints.across } as const;

/** The frame of a sign, and a word across where it is a specimen. */
export function drawSignFrame(pdf: Pdf, { size, frame }: SignSheet, across: string | null): void {
  const [width, height] = size;
  const place = { angle: width > height ? -30 : -50, width: Math.hypot(width, height) * 0.66 };
  const edge = frame.inset + frame.border / 2;
  drawArtifact(pdf, () => {
    if (across !== null) drawAcross(pdf, across, { ...wordAcross, ...place });
    pdf.doc
      .roundedRect(edge, edge, width - 2 * edge, height - 2 * edge, frame.radius - frame.border / 2)
      .lineWidth(frame.border)
      .stroke(colours.lake);
  });
}
