import { colours, tints } from '../drawing/colours.ts';
import { measure, printedAnyway, wrap } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLine, drawTagged, group } from '../pdf/pdfDraw.ts';
import { drawBar } from '../pdf/pdfFurniture.ts';
import { type Paper, page, room, textWidth } from './paperSheet.ts';

type Parent = Pdf['root'];

/** How running texts are set; `above` is the space above one. */
const styles = {
  H1: { face: 'serifSemibold', size: 25, leading: 30, fill: colours.ink, above: 0 },
  H2: { face: 'serifSemibold', size: 15.5, leading: 20, fill: colours.lake, above: 22 },
  H3: { face: 'sansSemibold', size: 11, leading: 15, fill: colours.ink, above: 13 },
  body: { face: 'sans', size: 10.5, leading: 15, fill: colours.ink, above: 4 },
  strong: { face: 'sansSemibold', size: 10.5, leading: 15, fill: colours.ink, above: 4 },
  small: { face: 'sans', size: 9, leading: 12.5, fill: colours.slate, above: 2 },
} as const;

type Style = (typeof styles)[keyof typeof styles];

/** Room that a heading wants below it, so that it never ends a page. */
const below = { H1: 60, H2: 52, H3: 34 } as const;

type Level = keyof typeof below;

/** A heading of the document, set like one of another level where that looks better. */
export function heading(paper: Paper, level: Level, text: string, like: Level = level): void {
  const style = styles[like];
  room(paper, style.above + style.leading + below[like]);
  flow(paper, paper.pdf.root, level, text, style);
}

/** A text of any length; its line breaks are kept, and a page that is full goes on with the next one. */
export function paragraph(
  paper: Paper,
  text: string,
  kind: 'body' | 'strong' | 'small' = 'body',
  parent = paper.pdf.root,
): void {
  flow(paper, parent, 'P', text, styles[kind]);
}

/** A list of items, each a text. */
export function bullets(paper: Paper, items: readonly string[]): void {
  if (items.length === 0) return;
  group(paper.pdf, paper.pdf.root, 'L', (list) => {
    for (const item of items) {
      room(paper, styles.body.leading + styles.body.above);
      drawArtifact(paper.pdf, () => {
        paper.pdf.doc.circle(page.left + 3, paper.y + 11.5, 2).fill(colours.sun);
      });
      inItem(paper, list, (body) => flow(paper, body, 'P', item, styles.body, 14));
    }
  });
}

/** What stands on the left, and what it is on the right; `share`, from 0 to 100, is drawn as a bar below. */
export type Pair = readonly [label: string, value: string, share?: number];

/** Pairs below each other, a fine line between two; a pair never parts over two pages. */
export function pairs(paper: Paper, list: readonly Pair[]): void {
  if (list.length === 0) return;
  paper.y += 4;
  group(paper.pdf, paper.pdf.root, 'L', (element) => {
    for (const pair of list) drawPair(paper, element, pair);
  });
}

/** A digest in groups of eight, which an eye can compare. */
export function digestGroups(digest: string): string {
  return digest.replaceAll(/(.{8})(?=.)/g, '$1 ');
}

/** An item of a list, with whatever its body holds. */
function inItem(paper: Paper, list: Parent, fill: (body: Parent) => void): void {
  group(paper.pdf, list, 'LI', (item) => {
    group(paper.pdf, item, 'LBody', fill);
  });
}

/** A list whose items hold several texts each. */
export function items<Item>(
  paper: Paper,
  all: readonly Item[],
  write: (item: Item, body: Parent) => void,
): void {
  if (all.length === 0) return;
  group(paper.pdf, paper.pdf.root, 'L', (list) => {
    for (const item of all) {
      room(paper, 40);
      inItem(paper, list, (body) => write(item, body));
      paper.y += 4;
    }
  });
}

function flow(paper: Paper, parent: Parent, type: string, text: string, style: Style, indent = 0): void {
  const { face, size, leading, fill, above } = style;
  const setting = { face, size };
  const lines = text
    .split('\n')
    .flatMap((part) => wrap(printedAnyway(part, face), setting, textWidth - indent));
  room(paper, above + leading);
  paper.y += above;
  const { doc } = paper.pdf;
  const element = doc.struct(type);
  parent.add(element);
  let rest = lines;
  while (rest.length > 0) {
    room(paper, leading);
    const fitting = Math.max(1, Math.floor((page.bottom - paper.y) / leading));
    const now = rest.slice(0, fitting);
    rest = rest.slice(fitting);
    element.add(() => {
      now.forEach((line, i) => {
        // A space between two lines, so that words stay apart when read out.
        const end = i < now.length - 1 || rest.length > 0 ? ' ' : '';
        const y = paper.y + i * leading + size;
        if (line !== '') drawLine(paper.pdf, line + end, { ...setting, x: page.left + indent, y, fill });
      });
    });
    paper.y += now.length * leading;
  }
  element.end();
}

function drawPair(paper: Paper, list: Parent, [label, value, share]: Pair): void {
  const { pdf } = paper;
  const left = { face: 'sans', size: 10, fill: colours.ink } as const;
  const right = { face: 'sansSemibold', size: 10, fill: colours.ink } as const;
  const valueWidth = Math.min(textWidth * 0.55, measure(printedAnyway(value, right.face), right));
  const values = wrap(printedAnyway(value, right.face), right, valueWidth + 1);
  const labels = wrap(printedAnyway(label, left.face), left, textWidth - valueWidth - 20);
  const leading = 13.5;
  const bar = share === undefined ? 0 : 8;
  const height = Math.max(labels.length, values.length) * leading + 7 + bar;
  room(paper, height);
  const top = paper.y;
  inItem(paper, list, (body) => {
    drawTagged(pdf, body, 'P', () => {
      labels.forEach((line, i) => {
        drawLine(pdf, `${line} `, { ...left, x: page.left, y: top + 11 + i * leading });
      });
      values.forEach((line, i) => {
        const end = i < values.length - 1 ? ' ' : '';
        const x = page.right - measure(line, right);
        drawLine(pdf, line + end, { ...right, x, y: top + 11 + i * leading });
      });
    });
  });
  paper.y = top + height;
  drawArtifact(pdf, () => {
    const place = { left: page.left, top: paper.y - 11, width: textWidth, height: 4 };
    if (share !== undefined) drawBar(pdf, place, share, [tints.shareTrack, colours.lake]);
    const y = paper.y - 2;
    pdf.doc.moveTo(page.left, y).lineTo(page.right, y).lineWidth(0.5).stroke(colours.mist);
  });
}
