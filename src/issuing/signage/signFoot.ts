import type { SignPaper } from '../../commands/ports/issuingPorts.ts';
import { fillIn } from '../../i18n/readWords.ts';
import { colours } from '../drawing/colours.ts';
import { dateInFull } from '../drawing/dates.ts';
import { sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawParagraph } from '../pdf/pdfDraw.ts';
import { drawAddress, drawCode } from '../pdf/pdfFurniture.ts';
import type { SignSheet } from './signSheets.ts';
import type { SignWords } from './signWords.ts';

/** How anyone checks the label: code to scan, number, last day, and the address in clear. */
export function drawSignFoot(pdf: Pdf, { foot }: SignSheet, paper: SignPaper, words: SignWords): void {
  const { number, until, language, address } = paper;
  drawCode(pdf, address, fillIn(words.codeText, { address }), foot.code);
  const { left: x, width } = foot.text;
  const { top, side } = foot.code;
  const bottom = top + side;
  const drawText = (text: string, y: number, max: number, face: 'serifSemibold' | 'sans'): void => {
    const size = sizeToFit(text, { face, size: max }, width);
    const fill = face === 'sans' ? colours.slate : colours.ink;
    drawParagraph(pdf, text, { face, size, x, y, fill });
  };
  const first = top + foot.number * 0.8;
  const second = first + foot.caption * 1.55;
  drawText(fillIn(words.label, { number }), first, foot.number, 'serifSemibold');
  drawText(fillIn(words.until, { date: dateInFull(until, language) }), second, foot.caption, 'sans');
  drawText(words.scan, bottom - foot.caption * 1.5, foot.caption, 'sans');
  const contents = fillIn(words.linkText, { number });
  drawAddress(pdf, address, { face: 'sans', size: foot.caption, x, y: bottom, width, contents });
}
