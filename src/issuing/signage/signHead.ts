import type { SignPaper } from '../../commands/ports/issuingPorts.ts';
import { colours } from '../drawing/colours.ts';
import { markField } from '../drawing/mark.ts';
import { measure, sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLines, drawParagraph, drawTagged } from '../pdf/pdfDraw.ts';
import { drawMark } from '../pdf/pdfFurniture.ts';
import type { PdfLine } from '../pdf/pdfLine.ts';
import type { SignSheet } from './signSheets.ts';
import type { SignWords } from './signWords.ts';

/** The label itself: mark, name, strapline, and its standing where it is not clean. */
export function drawSignHead(pdf: Pdf, { head }: SignSheet, paper: SignPaper, words: SignWords): void {
  const { scale, top } = head.mark;
  drawMark(pdf, head.x - (markField.width / 2) * scale, top, scale);
  const centred = { x: head.x, anchor: 'middle' } as const;
  drawParagraph(pdf, words.name, { face: 'serifSemibold', ...head.name, ...centred, fill: colours.lake });
  drawTagged(pdf, pdf.root, 'P', () => {
    const { size, y } = head.strapline;
    const [first = 0, second] = y;
    const lines = second === undefined ? [words.strapline.join(' ')] : words.strapline;
    const setting = { face: 'sans', size } as const;
    const fitted = Math.min(...lines.map((line) => sizeToFit(line, setting, head.width)));
    const line: PdfLine = { ...setting, size: fitted, ...centred, y: first, fill: colours.ink };
    drawLines(pdf, lines, line, (second ?? first) - first);
  });
  if (paper.standing !== 'clean') drawPill(pdf, head, words[paper.standing]);
}

function drawPill(pdf: Pdf, { x, pill }: SignSheet['head'], word: string): void {
  const { size, top } = pill;
  const text = word.toUpperCase();
  const setting = { face: 'sansSemibold', size, spacing: size * 0.1 } as const;
  const [width, height] = [measure(text, setting) + size * 1.9, size * 1.7];
  drawArtifact(pdf, () => {
    pdf.doc.roundedRect(x - width / 2, top, width, height, height / 2).fill(colours.sun);
  });
  const line = { ...setting, x, y: top + size * 1.2, anchor: 'middle', fill: colours.ink } as const;
  drawParagraph(pdf, text, line, { actual: word });
}
