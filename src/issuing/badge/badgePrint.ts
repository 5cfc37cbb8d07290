import { badgeWords } from '../../i18n/badgeTitle.ts';
import { markCutOut } from '../drawing/mark.ts';
import { grain } from '../drawing/outline.ts';
import { qrPath, quietZone } from '../drawing/qrPath.ts';
import { requirePrintable } from '../drawing/text.ts';
import { closePdf, openPdf, type Pdf } from '../pdf/pdfBase.ts';
import { drawTagged } from '../pdf/pdfDraw.ts';
import { printedAddress } from './badge.ts';
import type { BadgeData } from './badgeData.ts';
import { type BadgeLine, linePath } from './badgeLine.ts';
import { pillOf } from './badgePanel.ts';
import { badgeTexts } from './badgeTexts.ts';
import { panel, panelLayouts } from './panelLayout.ts';
import { bare } from './scanCode.ts';

/** The panel is printed 60 mm wide, in points; being outlines only it may be set at any size. */
const scale = (60 * 72) / 25.4 / panel.width;
const height = panel.heightLarge;
const centre = panel.width / 2;

/**
 * The badge of a label that holds, for a printer: one colour (black as grey, one plate), outlines only, archival and with
 * its alternative text. The same bytes for the same data; `invalid` for a character not in the face.
 */
export async function makeBadgePrint(given: BadgeData, createdAt: string): Promise<Buffer> {
  const data = {
    ...given,
    number: requirePrintable(given.number, 'sansSemibold', 'number'),
    address: printedAddress(given.address),
  };
  const { word, title } = badgeTexts(data);
  const author = badgeWords[data.language].name;
  const size = [panel.width * scale, height * scale] as const;
  const pdf = openPdf({ language: data.language, title, author, createdAt, size });
  const bbox = [0, 0, ...size] as const;
  drawTagged(pdf, pdf.root, 'Figure', () => drawPanel(pdf, data, word), { alt: title, bbox });
  return closePdf(pdf);
}

function drawPanel(pdf: Pdf, { number, address, language, specimen }: BadgeData, word: string): void {
  const { doc } = pdf;
  const words = badgeWords[language];
  const layout = word ? panelLayouts.pill : panelLayouts.plain;
  const half = panel.border / 2;
  doc.save().scale(scale);
  doc.addContent('0 g 0 G');
  doc
    .roundedRect(half, half, panel.width - panel.border, height - panel.border, panel.radius - half)
    .lineWidth(panel.border)
    .stroke();
  doc.save();
  doc.translate(centre - 60 * layout.mark.scale, layout.mark.top).scale(layout.mark.scale);
  doc.path(markCutOut).fill('even-odd');
  doc.restore();
  drawText(pdf, words.name, { face: 'serifSemibold', size: 43, y: layout.name });
  words.strapline.forEach((line, i) => {
    drawText(pdf, line, { face: 'sans', size: 16.5, y: layout.strapline[i] ?? 0 });
  });
  if (word) drawPill(pdf, word, layout.word);
  doc.rect(28, layout.rule, 244, 1).fill();
  drawText(pdf, number, { face: 'sansSemibold', size: 16, spacing: 1.2, y: layout.number });
  drawCode(pdf, address, 328, 164);
  if (specimen) drawRibbon(pdf, words.specimen.word);
  doc.restore();
}

/** One line of black, centred unless it says otherwise. */
function drawText(
  { doc }: Pdf,
  text: string,
  line: Omit<BadgeLine, 'x' | 'width' | 'fill'>,
  x = centre,
  width = 252,
): void {
  doc.save().scale(1 / grain);
  doc.path(linePath(text, { ...line, x, width })).fill();
  doc.restore();
}

function drawPill(pdf: Pdf, word: string, top: number): void {
  const { text, inner, ...setting } = pillOf(word);
  const width = inner + 30;
  pdf.doc
    .roundedRect(centre - width / 2, top, width, 28, 14)
    .lineWidth(1.5)
    .stroke();
  drawText(pdf, text, { ...setting, y: top + 19.5 }, centre, inner);
}

function drawCode(pdf: Pdf, address: string, top: number, side: number): void {
  const { doc } = pdf;
  const { size, path } = qrPath(address);
  const module = side / (size + 2 * quietZone);
  doc.save();
  doc.translate(centre - (size * module) / 2, top + quietZone * module).scale(module);
  doc.path(path).fill();
  doc.restore();
  drawText(pdf, bare(address), { face: 'sans', size: 13, y: top + side + 8 });
}

function drawRibbon(pdf: Pdf, word: string): void {
  const { doc } = pdf;
  doc.path('M52 0H92L0 92V52Z').fill();
  doc.save();
  doc.translate(36, 36).rotate(-45);
  doc.addContent('1 g');
  drawText(pdf, word.toUpperCase(), { face: 'sansSemibold', size: 15, spacing: 1.2, y: 5.2 }, 0, 86);
  doc.restore();
}
