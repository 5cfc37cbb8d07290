import { measure, requireGlyphs } from '../drawing/text.ts';
import type { Pdf } from './pdfBase.ts';
import type { PdfLine } from './pdfLine.ts';
import { showText } from './showText.ts';

/** Draws one line of text inside whatever is being marked; `invalid` for a character the face lacks. */
export function drawLine({ doc }: Pdf, text: string, line: PdfLine): void {
  const { face, size, spacing = 0, y, fill, anchor = 'start' } = line;
  requireGlyphs(text, face, 'text');
  const x = line.x - { start: 0, middle: 0.5, end: 1 }[anchor] * measure(text, line);
  doc.fillColor(fill);
  if (showText(doc, text, { ...line, x })) return;
  const setting = { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing } as const;
  doc.font(face, size).text(text, x, y, setting);
}

/** Draws lines of one running text, `leading` apart; each but the last ends in a space, so that words stay apart when read out. */
export function drawLines(pdf: Pdf, lines: readonly string[], first: PdfLine, leading: number): void {
  lines.forEach((line, i) => {
    const end = i < lines.length - 1 ? ' ' : '';
    drawLine(pdf, line + end, { ...first, y: first.y + i * leading });
  });
}

/** Draws what only decorates: a screen reader passes over it. */
export function drawArtifact({ doc }: Pdf, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

type Parent = Pdf['root'];

/** Options of a structure element; the published types lack the box that a figure needs, and what a table's head is head of. */
interface Tagging extends PDFKit.Mixins.StructureElementOptions {
  readonly scope?: 'Row' | 'Column';
  readonly bbox?: readonly [left: number, top: number, right: number, bottom: number];
}

/** Draws content that is read out, as a structure element of a type (`H1`, `P`, `LI`, `Figure` …) under a parent. */
export function drawTagged(
  { doc }: Pdf,
  parent: Parent,
  type: string,
  draw: () => void,
  tagging: Tagging = {},
): void {
  parent.add(doc.struct(type, tagging, draw));
}

/** Draws one line of text that is read out as a paragraph. */
export function drawParagraph(pdf: Pdf, text: string, line: PdfLine, tagging?: Tagging): void {
  drawTagged(pdf, pdf.root, 'P', () => drawLine(pdf, text, line), tagging);
}

/** Adds an element that holds others, and is ended by `fill` returning. */
export function group({ doc }: Pdf, parent: Parent, type: string, fill: (element: Parent) => void): void {
  const element = doc.struct(type);
  parent.add(element);
  fill(element);
  element.end();
}

/** Draws content with a link over a box; `contents` says where it leads (PDF/UA 7.18.5). */
export function drawLink(
  pdf: Pdf,
  parent: Parent,
  link: {
    readonly url: string;
    readonly contents: string;
    readonly box: readonly [x: number, y: number, width: number, height: number];
  },
  draw: () => void,
): void {
  const { doc } = pdf;
  const element = doc.struct('Link');
  parent.add(element);
  element.add(() => {
    draw();
    // The library writes a primitive string as a name, a String object as text.
    const options = { structParent: element, Contents: Object(link.contents) as string };
    doc.link(...link.box, link.url, options);
  });
  element.end();
}
