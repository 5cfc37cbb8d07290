import type { DiagramState } from './graph.ts';
import type { PlacedState, Point } from './layout.ts';
import type { Route } from './routes.ts';
import {
  fontSizes,
  frame,
  heightOf,
  labelLines,
  letter,
  roomForLetters,
  stateLines,
  type TextLine,
} from './sizes.ts';
import { element, escaped, paint, tenths } from './svg.ts';

const dashes = '5 4';
const head = { length: 8, half: 4.5 } as const;

/** A state: its box, twice framed when it is final, filled when it is the one to mark. */
export function drawState({ state, x, y, width, height }: PlacedState): string {
  const outer = { x: x - width / 2, y: y - height / 2, width, height };
  const inner = state.final ? inset(outer, frame) : outer;
  const stroke = { stroke: paint.lake, 'stroke-width': 1.4 };
  const fill = state.note === null ? paint.box : paint.here;
  const all = stateLines(state);
  const top = y - heightOf(all) / 2;
  return [
    state.final ? element('rect', { ...outer, rx: 14, fill: paint.ground, ...stroke }) : '',
    element('rect', { ...inner, rx: 11, fill, ...stroke }),
    drawLines(all, { x, y: top }, 'middle', state),
    drawLetters(state, { x: x + width / 2 - 15 - (state.final ? frame : 0), y: top + titleHeight(all) / 2 }),
    state.first ? drawFirst({ x, y: outer.y }) : '',
  ].join('');
}

/** An arrow: its line and its heads, dashed where it only leads back. */
export function drawArrow({ placed: { arrow }, points }: Route): string {
  const forth = arrow.labels.some(({ back }) => !back);
  const back = arrow.labels.some((label) => label.back);
  const stroke = forth ? paint.lake : paint.back;
  const [start, end] = [points[0], points.at(-1)];
  return [
    element('path', {
      d: lineThrough(points),
      fill: 'none',
      stroke,
      'stroke-width': 1.5,
      'stroke-dasharray': forth ? null : dashes,
    }),
    forth && end ? drawHead(end, -1, stroke) : '',
    back && start ? drawHead(start, 1, stroke) : '',
  ].join('');
}

/** The labels of an arrow, on their ground, so that a line behind them does not cross the words. */
export function drawLabels({ placed: { arrow, label } }: Route): string {
  const { x, y, width, height } = label;
  const [left, top] = [x - width / 2, y - height / 2];
  const ground = element('rect', { x: left, y: top, width, height, rx: 4, fill: paint.ground });
  return ground + drawLines(labelLines(arrow.labels), { x: left + 3, y: top + 3 }, 'start');
}

/** Lines of text below a point, at its right or around it. */
function drawLines(
  all: readonly TextLine[],
  { x, y }: Point,
  anchor: 'start' | 'middle',
  state?: DiagramState,
): string {
  const marked = state !== undefined && state.note !== null;
  const fills = marked
    ? { title: paint.onHere, plain: paint.onHere, quiet: paint.onHere, note: paint.sun }
    : { title: paint.ink, plain: paint.ink, quiet: paint.quiet, note: paint.quiet };
  let baseline = y;
  return all
    .map(({ text, tone, step }) => {
      baseline += step;
      const shift = state && tone === 'title' ? roomForLetters(state) / 2 : 0;
      const place = { x: x - shift, y: baseline - 4.5, 'text-anchor': anchor === 'start' ? null : anchor };
      const weight = tone === 'title' || tone === 'note' ? 600 : null;
      return element(
        'text',
        { ...place, 'font-size': fontSizes[tone], 'font-weight': weight, fill: fills[tone] },
        escaped(text),
      );
    })
    .join('');
}

/** The letter of an exit in its ring. */
export function drawLetter(text: string, { x, y }: Point, colour: string): string {
  const ring = { cx: x, cy: y, r: letter.diameter / 2, fill: 'none', stroke: colour };
  const place = { x, y: y + 4, 'text-anchor': 'middle', 'font-size': 12.5, fill: colour };
  return element('circle', ring) + element('text', place, text);
}

/** The mark of where a machine begins: a dot and a line down to its first state. */
export function drawFirst({ x, y }: Point): string {
  const stem = { d: `M${tenths(x)} ${tenths(y - 20)}V${tenths(y)}`, stroke: paint.lake, 'stroke-width': 1.5 };
  return element('path', stem) + element('circle', { cx: x, cy: y - 20, r: 5, fill: paint.lake });
}

/** An arrow to the right, for the legend. */
export function drawPointer({ x, y }: Point, width: number): string {
  const line = { d: `M${pair({ x, y })}h${width - head.length}`, stroke: paint.lake, 'stroke-width': 1.5 };
  const tip = `M${pair({ x: x + width, y })}l${-head.length} ${-head.half}v${2 * head.half}z`;
  return element('path', line) + element('path', { d: tip, fill: paint.lake });
}

/** The line of an arrow that only leads back, for the legend. */
export function drawDash({ x, y }: Point, width: number): string {
  const line = { d: `M${pair({ x, y })}h${width}`, stroke: paint.back, 'stroke-width': 1.5 };
  return element('path', { ...line, 'stroke-dasharray': dashes });
}

function drawLetters(state: DiagramState, { x, y }: Point): string {
  const colour = state.note === null ? paint.quiet : paint.onHere;
  const first = x - (state.letters.length - 0.5) * letter.pitch + (letter.pitch - letter.diameter) / 2;
  return state.letters
    .map((text, i) => drawLetter(text, { x: first + i * letter.pitch, y }, colour))
    .join('');
}

function titleHeight(all: readonly TextLine[]): number {
  return heightOf(all.filter(({ tone }) => tone === 'title'));
}

function drawHead({ x, y }: Point, side: 1 | -1, fill: string): string {
  const base = `l${-head.half} ${side * head.length}h${2 * head.half}z`;
  return element('path', { d: `M${tenths(x)} ${tenths(y)}${base}`, fill });
}

function inset(box: { x: number; y: number; width: number; height: number }, by: number) {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}

/** Path data through points, upright at each of them. */
function lineThrough(points: readonly Point[]): string {
  const written = points.map((at, i) => {
    const before = points[i - 1];
    if (!before) return `M${pair(at)}`;
    if (Math.abs(before.x - at.x) < 0.1) return `V${tenths(at.y)}`;
    const middle = (before.y + at.y) / 2;
    return `C${pair({ x: before.x, y: middle })} ${pair({ x: at.x, y: middle })} ${pair(at)}`;
  });
  return written.join('');
}

function pair({ x, y }: Point): string {
  return `${tenths(x)} ${tenths(y)}`;
}
