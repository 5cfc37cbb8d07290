import type { CertificatePaper } from '../../commands/papers.ts';
import { colours } from '../drawing/colours.ts';
import { fillIn } from '../drawing/readWords.ts';
import { sizeToFit, wrap, wrapEvenly } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawLine, drawLines, drawTagged } from '../pdf/pdfDraw.ts';
import { drawFoot } from './certificateFoot.ts';
import { drawFrame, sheet } from './certificateFrame.ts';
import { drawHead } from './certificateHead.ts';
import type { OfferLayout, OfferSetting } from './certificateOffers.ts';
import { drawOffers, layOutOffers } from './certificateOffers.ts';
import { stampOf } from './certificateStamp.ts';
import type { CertificateWords } from './certificateWords.ts';

const width = sheet.right - sheet.left;
const nameWidth = width - 20;
const footTop = 458;
/** Room kept for the line that says how many offers follow. */
const moreHeight = 20;

/** Sizes of the organisation's name, from the most to the least stately, with the lines each may take. */
const nameSettings = [
  { size: 46, lines: 2 },
  { size: 40, lines: 2 },
  { size: 34, lines: 2 },
  { size: 29, lines: 3 },
  { size: 24, lines: 3 },
  { size: 20, lines: 4 },
] as const;

/** Settings of the offers, from the most to the least airy, with the space between the sentence and the first. */
const offerSettings = [
  { columns: 1, size: 15, gap: 11, above: 26 },
  { columns: 2, size: 14, gap: 9, above: 20 },
  { columns: 2, size: 12.5, gap: 6, above: 16 },
] as const satisfies readonly (OfferSetting & { above: number })[];

/** The first page: all that a wall needs to show. Returns the offers that found no room on it. */
export function drawFirstPage(pdf: Pdf, data: CertificatePaper, words: CertificateWords): readonly string[] {
  drawFrame(pdf, stampOf(data, words)?.word ?? null);
  drawHead(pdf, data, words);
  drawHeading(pdf, data.provisional ? words.headingProvisional : words.heading);
  const sentenceBaseline = drawName(pdf, data.organisation);
  const sentence = data.offers.length === 1 ? words.sentenceOne : words.sentenceMany;
  const setting = { face: 'serifItalic', size: 18 } as const;
  drawTagged(pdf, pdf.root, 'P', () => {
    const size = sizeToFit(sentence, setting, width);
    drawLine(pdf, sentence, { ...setting, size, x: sheet.left, y: sentenceBaseline, fill: '#2f4a4a' });
  });
  const layout = chooseLayout(data.offers, sentenceBaseline);
  drawOffers(pdf, pdf.root, layout);
  if (layout.rest.length > 0) drawMore(pdf, layout, words);
  drawFoot(pdf, data, words);
  return layout.rest;
}

/** Spaced capitals, read out and searched as the plain word. */
function drawHeading(pdf: Pdf, heading: string): void {
  const setting = { face: 'sansSemibold', size: 10.5, spacing: 2.6, fill: colours.slate } as const;
  const draw = () => drawLine(pdf, heading.toUpperCase(), { ...setting, x: sheet.left, y: 171 });
  drawTagged(pdf, pdf.root, 'P', draw, { actual: heading });
}

/** Draws the name as large as it fits, and returns the baseline of the sentence that follows it. */
function drawName(pdf: Pdf, name: string): number {
  const settingOf = (size: number) => ({ face: 'serifSemibold', size }) as const;
  const fits = nameSettings.find(({ size, lines }) => wrap(name, settingOf(size), nameWidth).length <= lines);
  const setting = settingOf((fits ?? nameSettings[5]).size);
  const lines = wrapEvenly(name, setting, nameWidth);
  const first = 180 + setting.size * 0.95;
  const leading = setting.size * 1.08;
  drawTagged(pdf, pdf.root, 'H1', () => {
    drawLines(pdf, lines, { ...setting, x: sheet.left, y: first, fill: colours.ink }, leading);
  });
  return first + (lines.length - 1) * leading + 24 + setting.size * 0.28;
}

function chooseLayout(offers: readonly string[], sentenceBaseline: number): OfferLayout {
  const place = (setting: (typeof offerSettings)[number], kept: number) => {
    const top = sentenceBaseline + setting.above;
    const box = { left: sheet.left, top, width, height: footTop - kept - top };
    return layOutOffers(offers, box, setting);
  };
  const whole = offerSettings.map((setting) => place(setting, 0)).find(({ rest }) => rest.length === 0);
  return whole ?? place(offerSettings[2], moreHeight);
}

function drawMore(pdf: Pdf, { rest, bottom }: OfferLayout, words: CertificateWords): void {
  const text = rest.length === 1 ? words.moreOne : fillIn(words.moreMany, { count: String(rest.length) });
  drawTagged(pdf, pdf.root, 'P', () => {
    drawLine(pdf, text, { face: 'serifItalic', size: 12.5, x: sheet.left, y: bottom + 16, fill: '#2f4a4a' });
  });
}
