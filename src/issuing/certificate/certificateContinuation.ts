import type { CertificatePaper } from '../../commands/papers.ts';
import { colours } from '../drawing/colours.ts';
import { sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawLine, drawTagged } from '../pdf/pdfDraw.ts';
import { drawFrame, sheet } from './certificateFrame.ts';
import { drawHead } from './certificateHead.ts';
import { drawOffers, layOutOffers } from './certificateOffers.ts';
import { stampOf } from './certificateStamp.ts';
import type { CertificateWords } from './certificateWords.ts';

const width = sheet.right - sheet.left;
const box = { left: sheet.left, top: 204, width, height: 330 };

/** One more page of offers, under the organisation's name and the number. Returns those that found no room on it. */
export function drawContinuation(
  pdf: Pdf,
  data: CertificatePaper,
  words: CertificateWords,
  offers: readonly string[],
): readonly string[] {
  pdf.doc.addPage();
  drawFrame(pdf, stampOf(data, words)?.word ?? null);
  drawHead(pdf, data, words);
  const owner = `${data.organisation} · ${data.number}`;
  const setting = { face: 'sans', size: 12 } as const;
  drawTagged(pdf, pdf.root, 'P', () => {
    const size = sizeToFit(owner, setting, width);
    drawLine(pdf, owner, { ...setting, size, x: sheet.left, y: 158, fill: colours.slate });
  });
  drawTagged(pdf, pdf.root, 'H2', () => {
    const heading = { face: 'serifSemibold', size: 20, x: sheet.left, y: 184, fill: colours.ink } as const;
    drawLine(pdf, words.continued, heading);
  });
  const layout = layOutOffers(offers, box, { columns: 2, size: 13, gap: 7 });
  drawOffers(pdf, pdf.root, layout);
  return layout.rest;
}
