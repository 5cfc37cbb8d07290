import type { DiagramLayout, PlacedArrow, PlacedState } from './layout.ts';

/** An arrow with its line: where that begins, where it enters and leaves each rank, and where it ends. */
export type Route = ReturnType<typeof diagramRoutes>[number];

interface Rank {
  readonly top: number;
  readonly bottom: number;
}

const portPitch = 22;
const portMargin = 18;

/** Lines that go straight down through the ranks, and over to the next column only between them: so they meet no box. */
export function diagramRoutes(layout: DiagramLayout) {
  const ranks = ranksOf(layout);
  const rankAt = (y: number): Rank => ranks.get(middleOf(y)) ?? { top: y, bottom: y };
  const [leaving, arriving] = [portsOf(layout, 'from'), portsOf(layout, 'to')];
  return layout.arrows.map((placed) => {
    const inner = placed.points.slice(1, -1).flatMap(({ x, y }) => {
      const { top, bottom } = rankAt(y);
      return [
        { x, y: top },
        { x, y: bottom },
      ];
    });
    const [from, to] = [leaving.get(placed), arriving.get(placed)];
    if (!from || !to) return { placed, points: inner };
    const start = { x: from.x, y: from.box.y + from.box.height / 2 };
    const end = { x: to.x, y: to.box.y - to.box.height / 2 };
    const [out, into] = [rankAt(from.box.y).bottom, rankAt(to.box.y).top];
    return { placed, points: [start, { ...start, y: out }, ...inner, { ...end, y: into }, end] };
  });
}

const middleOf = (y: number) => Math.round(y * 10) / 10;

/** How far the ranks reach: what stands in one has the same middle. */
function ranksOf({ states, arrows }: DiagramLayout): ReadonlyMap<number, Rank> {
  const ranks = new Map<number, Rank>();
  for (const { y, height } of [...states, ...arrows.map(({ label }) => label)]) {
    const known = ranks.get(middleOf(y)) ?? { top: y, bottom: y };
    ranks.set(middleOf(y), {
      top: Math.min(known.top, y - height / 2),
      bottom: Math.max(known.bottom, y + height / 2),
    });
  }
  return ranks;
}

/** Where an arrow meets a box. */
interface Port {
  readonly x: number;
  readonly box: PlacedState;
}

/** Where each arrow leaves or arrives: as near to its column as its box and the other arrows let it. */
function portsOf({ states, arrows }: DiagramLayout, end: 'from' | 'to'): ReadonlyMap<PlacedArrow, Port> {
  const columnOf = ({ points }: PlacedArrow) => points.at(end === 'from' ? 1 : -2)?.x ?? 0;
  const ports = new Map<PlacedArrow, Port>();
  for (const box of states) {
    const here = arrows.filter(({ arrow }) => arrow[end] === box.state.name);
    const sorted = here.sort((a, b) => columnOf(a) - columnOf(b));
    const xs = spread(box, sorted.map(columnOf));
    for (const [i, arrow] of sorted.entries()) ports.set(arrow, { x: xs[i] ?? box.x, box });
  }
  return ports;
}

function spread({ x, width }: PlacedState, columns: readonly number[]): readonly number[] {
  const half = width / 2 - portMargin;
  const pitch = Math.min(portPitch, (2 * half) / Math.max(1, columns.length - 1));
  let least = x - half;
  return columns.map((column, i) => {
    const max = x + half - (columns.length - 1 - i) * pitch;
    const port = Math.min(Math.max(column, least), max);
    least = port + pitch;
    return port;
  });
}
