import type { SignPaper } from '../../commands/ports/issuingPorts.ts';
import { fillIn } from '../../i18n/readWords.ts';
import {
  drawOffers,
  layOutOffers,
  type OfferLayout,
  type OfferSetting,
} from '../certificate/certificateOffers.ts';
import { colours, tints } from '../drawing/colours.ts';
import { fitName, measure, sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawLines, drawParagraph, drawTagged } from '../pdf/pdfDraw.ts';
import type { SignSheet } from './signSheets.ts';
import type { SignWords } from './signWords.ts';

type Body = SignSheet['body'];

/** Room for the line that counts the offers left out, in heights of its letters. */
const moreRoom = 1.8;

/** Who holds the label and for what: name, sentence and offers, in the middle of the room between head and foot. */
export function drawSignBody(pdf: Pdf, { body }: SignSheet, paper: SignPaper, words: SignWords): void {
  const { lines, ...setting } = fitName(paper.organisation, body.names, body.width);
  const leading = setting.size * 1.1;
  const height = lines.length * leading;
  const sentenceAfter = height + body.sentence * 1.35;
  const offersAfter = sentenceAfter + body.sentence * 0.9;
  const start = paper.standing === 'clean' ? body.topWithoutPill : body.top;
  const atTop = settleOffers(paper.offers, body, start + offersAfter);
  const used = atTop.bottom + (atTop.rest.length > 0 ? body.sentence * moreRoom : 0);
  const shift = Math.max(0, (body.bottom - used) / 2);
  const placed = atTop.placed.map((offer) => ({ ...offer, top: offer.top + shift }));
  const x = body.anchor === 'middle' ? body.left + body.width / 2 : body.left;
  const top = start + shift;
  const name = { ...setting, x, y: top + setting.size * 0.86, anchor: body.anchor, fill: colours.ink };
  drawTagged(pdf, pdf.root, 'H1', () => drawLines(pdf, lines, name, leading));
  const drawText = (text: string, y: number): void => {
    const setting = { face: 'serifItalic', size: body.sentence } as const;
    const size = sizeToFit(text, setting, body.width);
    drawParagraph(pdf, text, { ...setting, size, x, y, anchor: body.anchor, fill: tints.sentence });
  };
  drawText(paper.offers.length === 1 ? words.sentenceOne : words.sentenceMany, top + sentenceAfter);
  drawOffers(pdf, pdf.root, { ...atTop, placed });
  const { rest } = atTop;
  if (rest.length === 0) return;
  const more = rest.length === 1 ? words.moreOne : fillIn(words.moreMany, { count: String(rest.length) });
  drawText(more, atTop.bottom + shift + body.sentence * 1.4);
}

/** The airiest setting with room for all offers, or the one with room for as many as can be. */
function settleOffers(offers: readonly string[], body: Body, top: number): OfferLayout {
  const place = (setting: OfferSetting, bottom: number): OfferLayout => {
    const widest =
      Math.max(...offers.map((offer) => measure(offer, { face: 'sans', size: setting.size }))) + 20;
    const width =
      setting.columns === 1 && body.anchor === 'middle' ? Math.min(widest, body.width) : body.width;
    const left = body.left + (body.width - width) / 2;
    return layOutOffers(offers, { left, top, width, height: bottom - top }, setting);
  };
  const layouts = body.offers.map((setting) => {
    const whole = place(setting, body.bottom);
    return whole.rest.length === 0 ? whole : place(setting, body.bottom - body.sentence * moreRoom);
  });
  // The first offer is placed even where it is too tall.
  const rank = ({ bottom, rest }: OfferLayout) => (bottom > body.bottom ? offers.length : 0) + rest.length;
  return layouts.reduce((best, other) => (rank(other) < rank(best) ? other : best));
}
