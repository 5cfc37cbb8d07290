import { colours, tints } from '../drawing/colours.ts';
import { markCutOut, markField } from '../drawing/mark.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact } from '../pdf/pdfDraw.ts';
import { drawAcross } from '../pdf/pdfFurniture.ts';

/** The page in points: A4 on its side, and the margins of its text. */
export const sheet = { width: 841.89, height: 595.28, left: 57, right: 785 } as const;

const wordAcross = { face: 'serifSemibold', size: 170, spacing: 8, angle: -24, width: 780 } as const;

/** The quiet parts of each page: ground, the mark as a watermark, a double frame, and a word across where it is no certificate. */
export function drawFrame(pdf: Pdf, across: string | null): void {
  const { doc } = pdf;
  drawArtifact(pdf, () => {
    doc.rect(0, 0, sheet.width, sheet.height).fill(tints.sheet);
    drawWatermark(pdf);
    if (across !== null) drawAcross(pdf, across, { ...wordAcross, fill: tints.across });
    drawEdge(pdf, 16.5, 1, colours.lake);
    drawEdge(pdf, 21, 0.5, tints.frame);
  });
}

function drawEdge({ doc }: Pdf, inset: number, width: number, colour: string): void {
  doc.rect(inset, inset, sheet.width - 2 * inset, sheet.height - 2 * inset);
  doc.lineWidth(width).stroke(colour);
}

function drawWatermark(pdf: Pdf): void {
  const { doc } = pdf;
  const scale = 4.05;
  doc.save();
  doc.rect(21, 21, sheet.width - 42, sheet.height - 42).clip();
  doc.translate(sheet.width - 21 - markField.width * scale + 36, 140).scale(scale);
  doc.path(markCutOut).fill(tints.watermark, 'even-odd');
  doc.restore();
}
