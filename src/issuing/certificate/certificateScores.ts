import type { ThemeScore } from '../../commands/items/papers.ts';
import { colours, tints } from '../drawing/colours.ts';
import { measure, sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLine, drawTagged, group } from '../pdf/pdfDraw.ts';
import { drawBar } from '../pdf/pdfFurniture.ts';
import type { CertificateWords } from './certificateWords.ts';

const [captionHeight, rowHeight] = [17, 12.9];
const [barWidth, pointsWidth] = [56, 24];
const text = { face: 'sans', size: 9.5, fill: colours.ink } as const;
const points = { face: 'sansSemibold', size: 9.5, fill: colours.ink } as const;

/** Width of the table of points, in points of the page. */
export const scoresWidth = 252;

/** Height of the table of points for so many themes. */
export function scoresHeight(themes: number): number {
  return captionHeight + themes * rowHeight;
}

/** The points of each theme as a small table, a bar beside each figure; the bar alone carries no information. */
export function drawScores(
  pdf: Pdf,
  scores: readonly ThemeScore[],
  words: CertificateWords,
  { left, top }: { readonly left: number; readonly top: number },
): void {
  const rowTop = (i: number) => top + captionHeight + i * rowHeight;
  drawArtifact(pdf, () => {
    scores.forEach(({ score }, i) => {
      const place = { left: left + scoresWidth - pointsWidth - barWidth, top: rowTop(i) + 5.2 };
      drawBar(pdf, { ...place, width: barWidth, height: 2.6 }, score, [tints.scoreTrack, tints.scoreBar]);
    });
  });
  group(pdf, pdf.root, 'Table', (table) => {
    const caption = { face: 'sans', size: 10, fill: colours.slate, x: left, y: top + 9 } as const;
    drawTagged(pdf, table, 'Caption', () => drawLine(pdf, words.scores, caption));
    scores.forEach(({ name, score }, i) => {
      const y = rowTop(i) + 9.6;
      group(pdf, table, 'TR', (row) => {
        const size = sizeToFit(name, text, scoresWidth - pointsWidth - barWidth - 10);
        const head = () => drawLine(pdf, name, { ...text, size, x: left, y });
        drawTagged(pdf, row, 'TH', head, { scope: 'Row' });
        drawTagged(pdf, row, 'TD', () => {
          const figure = String(Math.round(score));
          drawLine(pdf, figure, { ...points, x: left + scoresWidth - measure(figure, points), y });
        });
      });
    });
  });
}
