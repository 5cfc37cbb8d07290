import { colours, tints } from '../drawing/colours.ts';
import { printedAnyway, wrap } from '../drawing/text.ts';
import { drawArtifact, drawLines, drawParagraph, drawTagged } from '../pdf/pdfDraw.ts';
import { type Paper, page, room, textWidth } from './paperSheet.ts';

const bad = { edge: colours.coral, ground: tints.refused };
/** How what was decided looks; the word says it, the colour only goes with it. */
const looks = {
  granted: { edge: colours.leaf, ground: tints.granted },
  grantedWithConditions: { edge: colours.sun, ground: tints.conditional },
  refused: bad,
  ineligible: bad,
  withdrawn: bad,
  kept: { edge: colours.leaf, ground: tints.granted },
  deferred: { edge: colours.grey, ground: tints.deferred },
};
const [word, sentence] = [
  { face: 'serifSemibold', size: 17, fill: colours.ink },
  { face: 'sans', size: 10.5, fill: colours.ink },
] as const;
const [inset, leading] = [18, 15];

/** What was decided, in a box that the eye finds first: the word in the serif, and what it means in a sentence. */
export function verdictBox(
  paper: Paper,
  outcome: keyof typeof looks,
  text: { word: string; sentence: string },
): void {
  const { pdf } = paper;
  const width = textWidth - 2 * inset;
  const lines = wrap(printedAnyway(text.sentence, sentence.face), sentence, width);
  const height = 40 + lines.length * leading + 8;
  room(paper, height + 16);
  const top = paper.y + 14;
  drawArtifact(pdf, () => {
    const { doc } = pdf;
    doc.save().roundedRect(page.left, top, textWidth, height, 9).clip();
    doc.rect(page.left, top, textWidth, height).fill(looks[outcome].ground);
    doc.rect(page.left, top, 6, height).fill(looks[outcome].edge);
    doc.restore();
  });
  const x = page.left + inset;
  drawParagraph(pdf, text.word, { ...word, x, y: top + 26 });
  drawTagged(pdf, pdf.root, 'P', () => drawLines(pdf, lines, { ...sentence, x, y: top + 46 }, leading));
  paper.y = top + height + 6;
}
