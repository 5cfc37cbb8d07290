import type { CertificatePaper, ThemeScore } from '../../commands/items/papers.ts';
import { fillIn } from '../../i18n/readWords.ts';
import { colours, tints } from '../drawing/colours.ts';
import { fitName, measure, sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLines, drawParagraph, drawTagged } from '../pdf/pdfDraw.ts';
import { layOutFirst } from './certificateFirstLayout.ts';
import { drawFoot } from './certificateFoot.ts';
import { drawFrame, sheet } from './certificateFrame.ts';
import { drawHead, stampOf } from './certificateHead.ts';
import { drawOffers, type OfferLayout } from './certificateOffers.ts';
import { drawScores } from './certificateScores.ts';
import type { CertificateWords } from './certificateWords.ts';

const width = sheet.right - sheet.left;
const nameWidth = width - 20;
const pill = { inset: 12, height: 21 };
/** Sizes of the organisation's name, from the most to the least stately, with the lines each may take. */
const nameSettings = [
  { size: 46, lines: 2 },
  { size: 40, lines: 2 },
  { size: 34, lines: 2 },
  { size: 29, lines: 3 },
  { size: 24, lines: 3 },
  { size: 20, lines: 4 },
] as const;

/** What found no room on a page: offers, and the points of themes. */
export interface Remaining {
  readonly offers: readonly string[];
  readonly scores: readonly ThemeScore[];
}

/** The first page: all that a wall needs to show. Returns what found no room on it. */
export function drawFirstPage(
  pdf: Pdf,
  data: CertificatePaper,
  words: CertificateWords,
  sealed: boolean,
): Remaining {
  drawFrame(pdf, stampOf(data, words)?.word ?? null);
  drawHead(pdf, data, words);
  drawHeading(pdf, words[headings[data.standing]], data.standing !== 'clean');
  const sentenceBaseline = drawName(pdf, data.organisation);
  const sentence = data.offers.length === 1 ? words.sentenceOne : words.sentenceMany;
  const setting = { face: 'serifItalic', size: 18 } as const;
  const size = sizeToFit(sentence, setting, width);
  drawParagraph(pdf, sentence, {
    ...setting,
    size,
    x: sheet.left,
    y: sentenceBaseline,
    fill: tints.sentence,
  });
  const scores = data.scores ?? [];
  const layout = layOutFirst(data.offers, scores.length, sentenceBaseline);
  const remaining = { offers: layout.offers.rest, scores: layout.scores ? [] : scores };
  drawOffers(pdf, pdf.root, layout.offers);
  if (remaining.offers.length > 0) drawMore(pdf, layout.offers, words);
  if (layout.scores) drawScores(pdf, scores, words, layout.scores);
  const alone = remaining.offers.length + remaining.scores.length === 0;
  drawFoot(pdf, data, words, { sealed, alone });
  return remaining;
}

const headings = {
  clean: 'heading',
  conditional: 'headingConditional',
  provisional: 'headingProvisional',
} as const;

/** Spaced capitals, read out and searched as the plain word; on the badge's pill where the standing is printed. */
function drawHeading(pdf: Pdf, heading: string, onPill: boolean): void {
  const setting = { face: 'sansSemibold', size: 10.5, spacing: 2.6 } as const;
  const y = onPill ? 167 : 171;
  const capitals = heading.toUpperCase();
  const x = onPill ? sheet.left + pill.inset : sheet.left;
  if (onPill) {
    const across = measure(capitals, setting) + 2 * pill.inset;
    drawArtifact(pdf, () => {
      pdf.doc.roundedRect(sheet.left, y - 14.5, across, pill.height, pill.height / 2).fill(colours.sun);
    });
  }
  const fill = onPill ? colours.ink : colours.slate;
  drawParagraph(pdf, capitals, { ...setting, fill, x, y }, { actual: heading });
}

/** Draws the name as large as it fits, and returns the baseline of the sentence that follows it. */
function drawName(pdf: Pdf, name: string): number {
  const { lines, ...setting } = fitName(name, nameSettings, nameWidth);
  const first = 180 + setting.size * 0.95;
  const leading = setting.size * 1.08;
  const line = { ...setting, x: sheet.left, y: first, fill: colours.ink };
  drawTagged(pdf, pdf.root, 'H1', () => drawLines(pdf, lines, line, leading));
  return first + (lines.length - 1) * leading + 24 + setting.size * 0.28;
}

function drawMore(pdf: Pdf, { rest, bottom }: OfferLayout, words: CertificateWords): void {
  const text = rest.length === 1 ? words.moreOne : fillIn(words.moreMany, { count: String(rest.length) });
  const line = {
    face: 'serifItalic',
    size: 12.5,
    x: sheet.left,
    y: bottom + 16,
    fill: tints.sentence,
  } as const;
  drawParagraph(pdf, text, line);
}
