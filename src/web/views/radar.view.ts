import { pointRadial } from 'd3-shape';
import { type Html, html } from '../../../templates/html.ts';
import { memoize } from '../../i18n/memoize.ts';

/** What a radar shows; scores and floor are points of 100. */
export interface RadarData {
  readonly themes: readonly {
    readonly label: string;
    /** Null where nothing of the theme is applicable: its spoke stays empty, the outline passes it by. */
    readonly score: number | null;
    /** What is written under the label; the rounded score by default. */
    readonly text?: string;
  }[];
  readonly floor: number;
  /** The whole as a sentence, read instead of the drawing. */
  readonly title: string;
}

/** The circle of 100 points: room for the words around it decides its size. */
interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

type Point = readonly [number, number];

const width = 320;
const largest = 88;
const smallest = 62;
/** Between the circle and the words. */
const gap = 11;
/** Units that one letter takes on average, at the size of the style sheet. */
const letter = 6.9;
const lineHeight = 14;
/** A longer label is written on two lines. */
const maxLength = 12;

/** The scores by theme as an SVG of 320 wide, readable when a telephone shows it at 240. Colours come from the style sheet. */
export function radar({ themes, floor, title }: RadarData): Html {
  const labels = themes.map(({ label }) => label);
  const { circle, height, below, above, captions } = groundOf(JSON.stringify({ labels, floor }));
  const count = themes.length;
  const scores = themes.map(({ score }) => (score === null ? null : Math.min(100, Math.max(0, score))));
  const points = scores.flatMap((score, i) => (score === null ? [] : [place(circle, i / count, score)]));
  return html`<svg class="radar" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">${below}<path class="radar__area" d="${outline(points)}"/>${above}${points.map(point)}${themes.map(
    ({ text }, i) => captions[i]?.(text ?? String(Math.round(scores[i] ?? 0))),
  )}</svg>`;
}

/** What a radar shows whatever the scores are, by what it is drawn from as JSON: the same for all labels of one version of the criteria. */
const groundOf = memoize(100, (drawnFrom: string) => {
  const { labels, floor }: { labels: string[]; floor: number } = JSON.parse(drawnFrom);
  const count = labels.length;
  const lines = labels.map(twoLines);
  const radius = Math.max(smallest, Math.min(largest, ...lines.map((some, i) => room(some, i / count))));
  const circle = { x: width / 2, y: radius + gap + 27, radius };
  const all = (value: number) => outline(labels.map((_, i) => place(circle, i / count, value)));
  const spoke = (i: number) =>
    html`<path class="radar__spoke" d="M${circle.x} ${circle.y}L${place(circle, i / count, 100).join(' ')}"/>`;
  return {
    circle,
    height: Math.ceil(2 * radius + 2 * gap + 27 + 32),
    /** Rings and spokes. */
    below: html`${[25, 50, 75, 100].map((value) => html`<path class="radar__ring" d="${all(value)}"/>`)}${labels.map((_, i) => spoke(i))}`,
    /** The floor line. */
    above: html`<path class="radar__floor" d="${all(floor)}"/>`,
    /** By theme, the lines of its label and of its score. */
    captions: lines.map((some, i) => caption(some, i / count, circle)),
  };
});

function outline(points: readonly Point[]): string {
  return `M${points.map((at) => at.join(' ')).join('L')}Z`;
}

/** The radius that leaves these lines their place; `turn` is 0 at the top and goes clockwise to 1. */
function room(lines: readonly string[], turn: number): number {
  const side = Math.abs(Math.sin(2 * Math.PI * turn));
  const text = Math.max(...lines.map(({ length }) => length)) * letter;
  return side < 0.2 ? largest : (width / 2 - text) / side - gap;
}

function place({ x, y, radius }: Circle, turn: number, value: number): Point {
  const [dx, dy] = pointRadial(2 * Math.PI * turn, (radius * value) / 100);
  return [round(x + dx), round(y + dy)];
}

function point([x, y]: Point): Html {
  return html`<circle class="radar__point" cx="${x}" cy="${y}" r="3.4"/>`;
}

/**
 * The lines of a label, and the line of its score below them, outside the circle: above it at the top, below it at the bottom, else
 * beside.
 */
function caption(lines: readonly string[], turn: number, circle: Circle): (score: string) => Html {
  const [x, y] = place({ ...circle, radius: circle.radius + gap }, turn, 100);
  const side = Math.sin(2 * Math.PI * turn);
  const upward = Math.cos(2 * Math.PI * turn);
  const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end';
  const rise = lines.length * lineHeight;
  const top = y + 4 - (rise * (1 + upward)) / 2 + (upward < -0.9 ? 6 : 0);
  const text = (kind: string, content: string, i: number) =>
    html`<text class="radar__${kind}" x="${x}" y="${round(top + i * lineHeight)}" text-anchor="${anchor}">${content}</text>`;
  const label = html`${lines.map((line, i) => text('label', line, i))}`;
  return (score) => html`${label}${text('score', score, lines.length)}`;
}

/** A label that is too long breaks at the space nearest its middle. */
export function twoLines(label: string, longest = maxLength): readonly string[] {
  if (label.length <= longest) return [label];
  const spaces = [...label.matchAll(/\s/g)].map(({ index }) => index);
  const middle = label.length / 2;
  const [best] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return best === undefined ? [label] : [label.slice(0, best), label.slice(best + 1)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
