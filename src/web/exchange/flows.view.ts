import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { type Html, html } from '../../../templates/html.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Sector } from '../../register/sector.ts';
import { twoLines } from '../views/radar.view.ts';

/** So much goes from one sector to another; null for who named none. */
interface Flow {
  readonly from: Sector | null;
  readonly to: Sector | null;
  readonly value: number;
}

/** What is drawn: flows, the most first, the heads of both sides, and the whole as a sentence, which is read instead of the drawing. */
interface FlowsData {
  readonly flows: readonly Flow[];
  readonly heads: readonly [string, string];
  readonly title: string;
}

interface NamedFlow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

interface Name {
  readonly id: string;
  readonly name: string;
}
type Node = SankeyNode<Name, object>;
type Link = SankeyLink<Name, object>;

/** On a wide page, and on a telephone, where a name takes two lines: units of these are pixels there. */
const sizes = [
  { kind: 'wide', width: 640, maxLength: 60 },
  { kind: 'narrow', width: 300, maxLength: 14 },
] as const;
const nodeWidth = 10;
const lineHeight = 17;
/** Above the first names: the heads of both sides. */
const top = 26;
/** What the highest side takes for each name beside the name itself. */
const nodeHeight = 28;

/**
 * Flows between two sides as an SVG for wide pages and one for narrow ones, of which the style sheet shows one; colours are its own.
 * Null where nothing flows.
 */
export function drawFlows({ t, number }: Translator, { flows, heads, title }: FlowsData): Html | null {
  if (flows.length === 0) return null;
  const nameOf = (sector: Sector | null) =>
    sector === null ? t('meetings.noSector') : t(`sectors.${sector}`);
  const named = flows.map(({ from, to, value }) => ({ from: nameOf(from), to: nameOf(to), value }));
  return html`${sizes.map((size) => {
    const { nodes, links, height } = placed(named, size);
    return html`<svg class="flows flows--${size.kind}" viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${title}">${links.map(link)}${nodes.map((node) => side(node, size, number))}<text class="flows__head" x="0" y="13">${heads[0]}</text><text class="flows__head" x="${size.width}" y="13" text-anchor="end">${heads[1]}</text></svg>`;
  })}`;
}

/** Every name once a side, with so much height as flows through it, below room for what is written above it. */
function placed(flows: readonly NamedFlow[], { width, maxLength }: (typeof sizes)[number]) {
  const from = [...new Set(flows.map((flow) => flow.from))];
  const to = [...new Set(flows.map((flow) => flow.to))];
  const lines = Math.max(...[...from, ...to].map((name) => twoLines(name, maxLength).length));
  const room = (lines + 0.6) * lineHeight;
  const height = Math.ceil(top + Math.max(from.length, to.length) * (room + nodeHeight));
  const { nodes, links } = sankey<Name, object>()
    .nodeId(({ id }) => id)
    .nodeWidth(nodeWidth)
    .nodePadding(room)
    .nodeSort(() => 0)
    .extent([
      [0, top + room],
      [width, height],
    ])({
    nodes: [
      ...from.map((name) => ({ id: `from ${name}`, name })),
      ...to.map((name) => ({ id: `to ${name}`, name })),
    ],
    links: flows.map((flow) => ({ source: `from ${flow.from}`, target: `to ${flow.to}`, value: flow.value })),
  });
  return { nodes, links, height };
}

function link(flow: Link): Html {
  return html`<path class="flows__link" d="${sankeyLinkHorizontal()(flow)}" stroke-width="${round(flow.width)}"/>`;
}

/** One name of a side: a bar, and above it what it is called and how much it has. */
function side(
  { name, value = 0, depth, x0 = 0, x1, y0 = 0, y1 }: Node,
  { maxLength }: (typeof sizes)[number],
  number: Translator['number'],
): Html {
  const isLeft = depth === 0;
  const lines = twoLines(name, maxLength);
  const text = (line: string, i: number) => {
    const isLast = i === lines.length - 1;
    const y = round(y0 - 6 - (lines.length - 1 - i) * lineHeight);
    const count = isLast && html` <tspan class="flows__count">${number(value)}</tspan>`;
    return html`<text class="flows__name" x="${isLeft ? x0 : x1}" y="${y}"${!isLeft && html` text-anchor="end"`}>${line}${count}</text>`;
  };
  return html`<rect class="flows__bar flows__bar--${isLeft ? 'from' : 'to'}" x="${x0}" y="${round(y0)}" width="${nodeWidth}" height="${round((y1 ?? y0) - y0)}"/>${lines.map(text)}`;
}

function round(value = 0): number {
  return Math.round(value * 10) / 10;
}
