import type { SignPaper } from '../../commands/ports/issuingPorts.ts';
import { colours } from '../drawing/colours.ts';
import { markField, markParts } from '../drawing/mark.ts';
import { measure, sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLine, drawLines, drawTagged } from '../pdf/pdfDraw.ts';
import type { PdfLine } from '../pdf/pdfLine.ts';
import type { SignSheet } from './signSheets.ts';
import type { SignWords } from './signWords.ts';

/** The label itself: mark, name, strapline, and the word of a provisional one. */
export function drawSignHead(pdf: Pdf, { head }: SignSheet, paper: SignPaper, words: SignWords): void {
  drawMark(pdf, head);
  const centred = { x: head.x, anchor: 'middle' } as const;
  drawTagged(pdf, pdf.root, 'P', () => {
    const line = { face: 'serifSemibold', ...head.name, ...centred, fill: colours.lake } as const;
    drawLine(pdf, words.name, line);
  });
  drawTagged(pdf, pdf.root, 'P', () => {
    const { size, y } = head.strapline;
    const [first = 0, second] = y;
    const lines = second === undefined ? [words.strapline.join(' ')] : words.strapline;
    const setting = { face: 'sans', size } as const;
    const fitted = Math.min(...lines.map((line) => sizeToFit(line, setting, head.width)));
    const line: PdfLine = { ...setting, size: fitted, ...centred, y: first, fill: colours.ink };
    drawLines(pdf, lines, line, (second ?? first) - first);
  });
  if (paper.provisional) drawPill(pdf, head, words.provisional);
}

function drawMark(pdf: Pdf, { x, mark }: SignSheet['head']): void {
  const { doc } = pdf;
  drawArtifact(pdf, () => {
    doc.save();
    doc.translate(x - (markField.width / 2) * mark.scale, mark.top).scale(mark.scale);
    for (const { path, fill } of markParts('colour')) doc.path(path).fill(fill);
    doc.restore();
  });
}

function drawPill(pdf: Pdf, { x, pill }: SignSheet['head'], word: string): void {
  const { size, top } = pill;
  const text = word.toUpperCase();
  const setting = { face: 'sansSemibold', size, spacing: size * 0.1 } as const;
  const [width, height] = [measure(text, setting) + size * 1.9, size * 1.7];
  drawArtifact(pdf, () => {
    pdf.doc.roundedRect(x - width / 2, top, width, height, height / 2).fill(colours.sun);
  });
  drawTagged(
    pdf,
    pdf.root,
    'P',
    () => drawLine(pdf, text, { ...setting, x, y: top + size * 1.2, anchor: 'middle', fill: colours.ink }),
    { actual: word },
  );
}
