import { fillIn } from '../../i18n/readWords.ts';
import { colours } from '../drawing/colours.ts';
import { markParts } from '../drawing/mark.ts';
import { qrPath } from '../drawing/qrPath.ts';
import { measure, type Setting, sizeToFit } from '../drawing/text.ts';
import type { Pdf } from './pdfBase.ts';
import { drawArtifact, drawLine, drawLink, drawParagraph, drawTagged, group } from './pdfDraw.ts';
import type { PdfLine } from './pdfLine.ts';

/** The mark of the label in colour, its field beginning at a place. */
export function drawMark(pdf: Pdf, left: number, top: number, scale: number): void {
  const { doc } = pdf;
  drawArtifact(pdf, () => {
    doc.save();
    doc.translate(left, top).scale(scale);
    for (const { path, fill } of markParts('colour')) doc.path(path).fill(fill);
    doc.restore();
  });
}

/** A word, pale, across the page, no wider than `width`: no page that carries it can be taken for another. */
export function drawAcross(
  pdf: Pdf,
  word: string,
  { angle, width, ...line }: Setting & { angle: number; width: number; fill: string },
): void {
  const { doc } = pdf;
  const [x, middle] = [doc.page.width / 2, doc.page.height / 2];
  const text = word.toUpperCase();
  const size = sizeToFit(text, line, width);
  doc.save();
  doc.rotate(angle, { origin: [x, middle] });
  drawLine(pdf, text, { ...line, size, x, y: middle + size * 0.33, anchor: 'middle' });
  doc.restore();
}

/** A line in a ring of coral that ends on the right: what a sheet says of itself that does not count. */
export function drawNotice(
  pdf: Pdf,
  text: string,
  { right, top, height, size }: Record<'right' | 'top' | 'height' | 'size', number>,
): void {
  const setting = { face: 'sansSemibold', size } as const;
  const inset = size * 1.2;
  const width = measure(text, setting) + 2 * inset;
  drawArtifact(pdf, () => {
    pdf.doc.roundedRect(right - width, top, width, height, height / 2);
    pdf.doc.lineWidth(1.2).fillAndStroke(colours.white, colours.coral);
  });
  const y = top + height / 2 + size * 0.36;
  drawParagraph(pdf, text, { ...setting, x: right - inset, y, anchor: 'end', fill: colours.ink });
}

/** A bar on its ground, filled to a share from 0 to 100; what is shorter than it is thick is left out. */
export function drawBar(
  { doc }: Pdf,
  { left, top, width, height }: Record<'left' | 'top' | 'width' | 'height', number>,
  share: number,
  [ground, fill]: readonly [string, string],
): void {
  doc.roundedRect(left, top, width, height, height / 2).fill(ground);
  const filled = (width * Math.min(100, Math.max(0, share))) / 100;
  if (filled >= height) doc.roundedRect(left, top, filled, height, height / 2).fill(fill);
}

/** Numbers the pages of a document; `template` has places for `{page}` and `{pages}`. */
export function numberPages(pdf: Pdf, template: string, line: PdfLine): void {
  const { doc } = pdf;
  const { count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    doc.switchToPage(i);
    doc.markContent('Artifact', { type: 'Pagination' });
    drawLine(pdf, fillIn(template, { page: String(i + 1), pages: String(count) }), line);
    doc.endMarkedContent();
  }
}

/** The code to scan of an address, in a square. */
export function drawCode(
  pdf: Pdf,
  address: string,
  alt: string,
  { left, top, side }: Record<'left' | 'top' | 'side', number>,
): void {
  const { doc } = pdf;
  const draw = (): void => {
    const { size, bars } = qrPath(address);
    doc.save();
    doc.translate(left, top).scale(side / size);
    for (const [x, y, length] of bars) doc.rect(x, y, length, 1);
    doc.fill(colours.ink).restore();
  };
  drawTagged(pdf, pdf.root, 'Figure', draw, { alt, bbox: [left, top, left + side, top + side] });
}

/** An address in clear, no wider than `width`, which leads there; `contents` says where. */
export function drawAddress(
  pdf: Pdf,
  address: string,
  { width, contents, ...line }: Omit<PdfLine, 'fill'> & { width: number; contents: string },
): void {
  const size = sizeToFit(address, line, width);
  const across = measure(address, { ...line, size });
  const left = line.anchor === 'end' ? line.x - across : line.x;
  const box = [left, line.y - size, across, size * 1.3] as const;
  group(pdf, pdf.root, 'P', (paragraph) => {
    const draw = () => drawLine(pdf, address, { ...line, size, fill: colours.lake });
    drawLink(pdf, paragraph, { url: address, contents, box }, draw);
  });
}
