import type { SignPaper } from '../../commands/ports/issuingPorts.ts';
import { colours } from '../drawing/colours.ts';
import { dateInFull } from '../drawing/dates.ts';
import { qrPath } from '../drawing/qrPath.ts';
import { fillIn } from '../drawing/readWords.ts';
import { measure, sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawLine, drawLink, drawTagged, group } from '../pdf/pdfDraw.ts';
import type { SignSheet } from './signSheets.ts';
import type { SignWords } from './signWords.ts';

/** How anyone checks the label: code to scan, number, last day, and the address in clear. */
export function drawSignFoot(pdf: Pdf, { foot }: SignSheet, paper: SignPaper, words: SignWords): void {
  const { number, until, language, address } = paper;
  drawCode(pdf, foot.code, address, words);
  const { left: x, width, top } = foot.text;
  const bottom = foot.code.top + foot.code.side;
  const say = (text: string, y: number, max: number, face: 'serifSemibold' | 'sans'): void => {
    const size = sizeToFit(text, { face, size: max }, width);
    const fill = face === 'sans' ? colours.slate : colours.ink;
    drawTagged(pdf, pdf.root, 'P', () => drawLine(pdf, text, { face, size, x, y, fill }));
  };
  const first = top + foot.number * 0.8;
  const second = first + foot.caption * 1.55;
  say(fillIn(words.label, { number }), first, foot.number, 'serifSemibold');
  say(fillIn(words.until, { date: dateInFull(until, language) }), second, foot.caption, 'sans');
  say(words.scan, bottom - foot.caption * 1.5, foot.caption, 'sans');
  drawAddress(pdf, foot, bottom, paper, words);
}

function drawAddress(
  pdf: Pdf,
  { text: { left: x, width }, caption }: SignSheet['foot'],
  y: number,
  { address, number }: SignPaper,
  words: SignWords,
): void {
  const setting = { face: 'sans', size: caption } as const;
  const size = sizeToFit(address, setting, width);
  const box = [x, y - size, measure(address, { ...setting, size }), size * 1.3] as const;
  const link = { url: address, contents: fillIn(words.linkText, { number }), box };
  group(pdf, pdf.root, 'P', (paragraph) => {
    drawLink(pdf, paragraph, link, () => {
      drawLine(pdf, address, { ...setting, size, x, y, fill: colours.lake });
    });
  });
}

function drawCode(pdf: Pdf, code: SignSheet['foot']['code'], address: string, words: SignWords): void {
  const { left, top, side } = code;
  const alt = fillIn(words.codeText, { address });
  const draw = (): void => {
    const { size, path } = qrPath(address);
    pdf.doc.save();
    pdf.doc.translate(left, top).scale(side / size);
    pdf.doc.path(path).fill(colours.ink);
    pdf.doc.restore();
  };
  drawTagged(pdf, pdf.root, 'Figure', draw, { alt, bbox: [left, top, left + side, top + side] });
}
