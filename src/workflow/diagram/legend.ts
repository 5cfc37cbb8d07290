import type { DiagramExit, DiagramGraph, Translator } from './graph.ts';
import { drawDash, drawFirst, drawLetter, drawPointer, drawState } from './shapes.ts';
import { fontSizes, frame, letter, type Room, roomOfState } from './sizes.ts';
import { element, escaped, paint } from './svg.ts';
import { textWidth } from './text.ts';

interface Drawn extends Room {
  readonly drawn: string;
}

const margin = 28;
const gap = 12;
const pointer = 36;
const keyHeight = 40;

/** What stands below a diagram: the exits that many states share, and what its signs mean. */
export function diagramLegend(graph: DiagramGraph, words: Translator, top: number): Drawn {
  const heading = words('diagram.exits');
  const parts: string[] = [];
  let [width, y] = [0, top];
  if (graph.exits.length > 0) {
    parts.push(text(margin, y + gap, heading, paint.quiet));
    width = 2 * margin + widthOf(heading);
    y += gap + 20;
  }
  const labels = Math.max(0, ...graph.exits.map(({ label }) => widthOf(label)));
  for (const exit of graph.exits) {
    const row = drawExit(exit, graph, labels, y);
    parts.push(row.drawn);
    width = Math.max(width, row.width);
    y += row.height + gap;
  }
  const key = drawKey(graph, words, y + keyHeight / 2);
  return {
    drawn: parts.join('') + key.drawn,
    width: Math.max(width, key.width),
    height: y + keyHeight - top,
  };
}

/** One exit: its letter, its event, and the state it leads to. */
function drawExit(
  { letter: sign, label, to }: DiagramExit,
  graph: DiagramGraph,
  labels: number,
  y: number,
): Drawn {
  // A state that several exits lead to is drawn beside the first of them.
  const first = graph.exits.find((exit) => exit.to === to)?.letter === sign;
  const aside = first ? graph.asides.find((state) => state.name === to) : undefined;
  const title = [...graph.asides, ...graph.states].find((state) => state.name === to)?.title ?? '';
  const room = aside ? roomOfState(aside) : { width: widthOf(title) * 1.06, height: 24 };
  const middle = y + room.height / 2;
  const labelAt = margin + letter.diameter + 10;
  const pointerAt = labelAt + labels + 12;
  const targetAt = pointerAt + pointer + 12;
  const drawn = [
    drawLetter(sign, { x: margin + letter.diameter / 2, y: middle }, paint.quiet),
    text(labelAt, middle, label),
    drawPointer({ x: pointerAt, y: middle }, pointer),
    aside
      ? drawState({ state: aside, x: targetAt + room.width / 2, y: middle, ...room })
      : text(targetAt, middle, title, paint.ink, 600),
  ];
  return { drawn: drawn.join(''), width: targetAt + room.width + margin, height: room.height };
}

/** The signs: where it begins, where it ends, and the line that only leads back where there is one. */
function drawKey({ arrows }: DiagramGraph, words: Translator, y: number): Drawn {
  const outer = { width: 26, height: 18, fill: 'none', stroke: paint.lake, 'stroke-width': 1.4 };
  const leadsBack = arrows.some(({ labels }) => labels.every(({ back }) => back));
  const signs = [
    { name: 'first', draw: (x: number) => drawFirst({ x: x + 8, y: y + 14 }) },
    {
      name: 'final',
      draw: (x: number) =>
        element('rect', { ...outer, x, y: y - 9, rx: 6 }) +
        element('rect', { ...outer, x: x + frame - 1, y: y - 6, width: 20, height: 12, rx: 4 }),
    },
    ...(leadsBack ? [{ name: 'back', draw: (x: number) => drawDash({ x, y }, 30) }] : []),
  ];
  const parts: string[] = [];
  let x = margin;
  for (const { name, draw } of signs) {
    const word = words(`diagram.${name}`);
    parts.push(draw(x), text(x + 40, y, word, paint.quiet));
    x += 40 + widthOf(word) + margin;
  }
  return { drawn: parts.join(''), width: x, height: keyHeight };
}

function text(x: number, middle: number, content: string, fill: string = paint.ink, weight?: number): string {
  const place = { x, y: middle + 4.5, 'font-size': fontSizes.plain, 'font-weight': weight ?? null, fill };
  return element('text', place, escaped(content));
}

function widthOf(content: string): number {
  return textWidth(content, fontSizes.plain);
}
