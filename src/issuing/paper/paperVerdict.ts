import { colours } from '../drawing/colours.ts';
import { printedAnyway, wrap } from '../drawing/text.ts';
import { drawArtifact, drawLines, drawParagraph, drawTagged } from '../pdf/pdfDraw.ts';
import { type Paper, page, room, textWidth } from './paperSheet.ts';

/** How what was decided looks; the word says it, the colour only goes with it. */
type Tone = 'good' | 'conditional' | 'bad' | 'quiet';

/** The look of each outcome. */
export const toneOf = {
  granted: 'good',
  grantedWithConditions: 'conditional',
  refused: 'bad',
  ineligible: 'bad',
  deferred: 'quiet',
} as const;

const edges: Readonly<Record<Tone, string>> = {
  good: colours.leaf,
  conditional: colours.sun,
  bad: colours.coral,
  quiet: colours.grey,
};
const grounds: Readonly<Record<Tone, string>> = {
  good: '#eef5ef',
  conditional: '#fdf6e6',
  bad: '#fbeeea',
  quiet: '#f1f3f2',
};
const [word, sentence] = [
  { face: 'serifSemibold', size: 17, fill: colours.ink },
  { face: 'sans', size: 10.5, fill: colours.ink },
] as const;
const [inset, leading] = [18, 15];

/** What was decided, in a box that the eye finds first: the word in the serif, and what it means in a sentence. */
export function verdictBox(paper: Paper, tone: Tone, said: { word: string; sentence: string }): void {
  const { pdf } = paper;
  const width = textWidth - 2 * inset;
  const lines = wrap(printedAnyway(said.sentence, sentence.face), sentence, width);
  const height = 40 + lines.length * leading + 8;
  room(paper, height + 16);
  const top = paper.y + 14;
  drawArtifact(pdf, () => {
    const { doc } = pdf;
    doc.save();
    doc.roundedRect(page.left, top, textWidth, height, 9).clip();
    doc.rect(page.left, top, textWidth, height).fill(grounds[tone]);
    doc.rect(page.left, top, 6, height).fill(edges[tone]);
    doc.restore();
  });
  const x = page.left + inset;
  drawParagraph(pdf, said.word, { ...word, x, y: top + 26 });
  drawTagged(pdf, pdf.root, 'P', () => {
    drawLines(pdf, lines, { ...sentence, x, y: top + 46 }, leading);
  });
  paper.y = top + height + 6;
}
