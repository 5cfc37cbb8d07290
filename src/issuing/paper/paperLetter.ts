import { fillIn } from '../../i18n/readWords.ts';
import { profile } from '../../profile/profile.ts';
import { certificateWords } from '../certificate/certificateWords.ts';
import { colours } from '../drawing/colours.ts';
import { dateInFull } from '../drawing/dates.ts';
import { printedAnyway, wrap } from '../drawing/text.ts';
import { drawArtifact, drawLines, drawParagraph, drawTagged } from '../pdf/pdfDraw.ts';
import { type Paper, page, room } from './paperSheet.ts';

/** Where the address shows in the window of an envelope (SN 10130: on the right), and how its lines are set. */
const window = { left: 330, width: page.right - 330, leading: 14 } as const;
const line = { face: 'sans', size: 10.5, fill: colours.ink } as const;

/** To whom a letter goes, and from where and of which day it is. */
export function letterHead(paper: Paper, to: readonly string[], day: string): void {
  const { pdf, words } = paper;
  const lines = to
    .filter((text) => text.trim() !== '')
    .flatMap((text) => wrap(printedAnyway(text, line.face), line, window.width));
  const first = { ...line, x: window.left, y: paper.y + line.size };
  drawTagged(pdf, pdf.root, 'P', () => drawLines(pdf, lines, first, window.leading));
  paper.y += Math.max(4, lines.length) * window.leading + 26;
  const { placeAndDate } = certificateWords[words.language];
  const dated = fillIn(placeAndDate, { place: profile.place, date: dateInFull(day, words.language) });
  drawParagraph(pdf, dated, { ...line, fill: colours.slate, x: page.left, y: paper.y + line.size });
  paper.y += 34;
}

/** Who stands for a letter: a body of the label, never a person. */
export function letterFoot(paper: Paper, body: string): void {
  const { pdf } = paper;
  room(paper, 60);
  const y = paper.y + 34;
  drawArtifact(pdf, () => {
    pdf.doc.moveTo(page.left, y).lineTo(page.left + 190, y);
    pdf.doc.lineWidth(0.7).stroke(colours.ink);
  });
  drawParagraph(pdf, body, { ...line, face: 'serifSemibold', size: 13, x: page.left, y: y + 19 });
  paper.y = y + 30;
}
