import type { CertificatePaper } from '../../commands/items/papers.ts';
import { colours } from '../drawing/colours.ts';
import { sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawLine, drawParagraph, drawTagged } from '../pdf/pdfDraw.ts';
import { drawFrame, sheet } from './certificateFrame.ts';
import { drawHead, stampOf } from './certificateHead.ts';
import { drawOffers, layOutOffers, type OfferLayout } from './certificateOffers.ts';
import type { Remaining } from './certificatePage.ts';
import { drawScores, scoresHeight } from './certificateScores.ts';
import type { CertificateWords } from './certificateWords.ts';

const width = sheet.right - sheet.left;
const scoresAbove = 20;
const boxBottom = 538;
/** Of the offers, the airy one first; the other makes room for the points of themes. */
const settings = [
  { columns: 2, size: 13, gap: 7 },
  { columns: 2, size: 12, gap: 4 },
] as const;
const box = { left: sheet.left, top: 204, width, height: boxBottom - 204 };

/** One more page, under the organisation's name and the number. Returns what found no room on it. */
export function drawContinuation(
  pdf: Pdf,
  data: CertificatePaper,
  words: CertificateWords,
  { offers, scores }: Remaining,
): Remaining {
  const tried = settings.map((setting) => layOutOffers(offers, box, setting));
  const layout =
    tried.find((one) => holdsScores(one, scores.length)) ?? layOutOffers(offers, box, settings[0]);
  pdf.doc.addPage();
  drawFrame(pdf, stampOf(data, words)?.word ?? null);
  drawHead(pdf, data, words);
  const owner = `${data.organisation} · ${data.number}`;
  const setting = { face: 'sans', size: 12 } as const;
  const size = sizeToFit(owner, setting, width);
  drawParagraph(pdf, owner, { ...setting, size, x: sheet.left, y: 158, fill: colours.slate });
  const bottom = offers.length > 0 ? drawMoreOffers(pdf, words, layout) : box.top - 30;
  if (scores.length === 0 || !holdsScores(layout, scores.length)) return { offers: layout.rest, scores };
  drawScores(pdf, scores, words, { left: sheet.left, top: bottom + scoresAbove });
  return { offers: [], scores: [] };
}

function holdsScores({ rest, bottom }: OfferLayout, themes: number): boolean {
  return rest.length === 0 && (themes === 0 || bottom + scoresAbove + scoresHeight(themes) <= boxBottom);
}

function drawMoreOffers(pdf: Pdf, words: CertificateWords, layout: OfferLayout): number {
  const heading = { face: 'serifSemibold', size: 20, x: sheet.left, y: 184, fill: colours.ink } as const;
  drawTagged(pdf, pdf.root, 'H2', () => drawLine(pdf, words.continued, heading));
  drawOffers(pdf, pdf.root, layout);
  return layout.bottom;
}
