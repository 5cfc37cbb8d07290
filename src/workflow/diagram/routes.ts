import type { DiagramLayout, PlacedArrow, PlacedState, Point } from './layout.ts';

/** An arrow as the corners of its line: only straight down and straight across. */
export interface Route {
  readonly placed: PlacedArrow;
  readonly corners: readonly Point[];
  /** How far its column, and so its label, stands from where the layout had it. */
  readonly shift: number;
}

/** A step across between two ranks. */
interface Crossing {
  readonly route: number;
  readonly gap: number;
  readonly from: number;
  readonly to: number;
}

const portPitch = 22;
const portMargin = 18;
const trackPitch = 9;
const columnPlay = 14;
const portPlay = 8;

/** Lines that go down in columns and across between the ranks, each on a track of its own. */
export function diagramRoutes(placed: DiagramLayout): readonly Route[] {
  const ranks = ranksOf(placed);
  const ports = portsOf(placed);
  const columns = placed.arrows.map(({ points }, i) => {
    const inner = points.slice(1, -1);
    const first = ranks.findIndex(({ middle }) => middle >= (inner[0]?.y ?? 0) - 1) - 1;
    return {
      first,
      xs: aligned([ports.leaving[i] ?? 0, ...inner.map(({ x }) => x), ports.arriving[i] ?? 0]),
    };
  });
  const crossings = columns.flatMap(({ first, xs }, route) =>
    xs.slice(1).flatMap((to, i): Crossing[] => {
      const from = xs[i] ?? to;
      return Math.abs(from - to) < 1 ? [] : [{ route, gap: first + i, from, to }];
    }),
  );
  return placed.arrows.map((arrow, route) => {
    const own = crossings.filter((crossing) => crossing.route === route);
    const start = bottomOf(placed.states, arrow.arrow.from);
    const end = topOf(placed.states, arrow.arrow.to);
    const across = own.flatMap((crossing) => {
      const y = trackOf(crossing, crossings, ranks);
      return [
        { x: crossing.from, y },
        { x: crossing.to, y },
      ];
    });
    const xs = columns[route]?.xs ?? [];
    return {
      placed: arrow,
      shift: (xs[1] ?? 0) - (arrow.points[1]?.x ?? 0),
      corners: [{ x: xs[0] ?? 0, y: start }, ...across, { x: xs.at(-1) ?? 0, y: end }],
    };
  });
}

/** A straight column that is a little beside its ports is drawn from one of them, and a port is moved by less than that. */
function aligned(xs: readonly number[]): readonly number[] {
  const [leaving = 0, ...rest] = xs;
  const arriving = rest.at(-1) ?? leaving;
  const column = rest.slice(0, -1);
  const [middle = leaving] = column;
  if (column.some((x) => Math.abs(x - middle) >= 1)) return xs;
  const x = [leaving, arriving].find((port) => Math.abs(port - middle) <= columnPlay) ?? middle;
  const [first, last] = [leaving, arriving].map((port) => (Math.abs(port - x) <= portPlay ? x : port));
  return [first ?? leaving, ...column.map(() => x), last ?? arriving];
}

interface Rank {
  readonly middle: number;
  readonly top: number;
  readonly bottom: number;
}

/** The ranks from top to bottom: what stands in one has the same middle. */
function ranksOf({ states, arrows }: DiagramLayout): readonly Rank[] {
  const standing = [...states, ...arrows.map(({ label }) => label)];
  const passing = arrows.flatMap(({ points }) => points.slice(1, -1).map(({ y }) => ({ y, height: 0 })));
  const heights = new Map<number, number>();
  for (const { y, height } of [...standing, ...passing]) {
    const middle = Math.round(y * 10) / 10;
    heights.set(middle, Math.max(heights.get(middle) ?? 0, height));
  }
  return [...heights]
    .sort(([a], [b]) => a - b)
    .map(([middle, height]) => ({ middle, top: middle - height / 2, bottom: middle + height / 2 }));
}

/** Where each arrow leaves and arrives: near the column it comes from, at a distance from the others. */
function portsOf({ states, arrows }: DiagramLayout) {
  const leaving: number[] = [];
  const arriving: number[] = [];
  for (const state of states) {
    const name = state.state.name;
    spread(
      state,
      arrows,
      ({ arrow }) => arrow.from === name,
      ({ points }) => points[1]?.x,
      leaving,
    );
    spread(
      state,
      arrows,
      ({ arrow }) => arrow.to === name,
      ({ points }) => points.at(-2)?.x,
      arriving,
    );
  }
  return { leaving, arriving };
}

function spread(
  box: PlacedState,
  arrows: readonly PlacedArrow[],
  isHere: (arrow: PlacedArrow) => boolean,
  columnOf: (arrow: PlacedArrow) => number | undefined,
  ports: number[],
): void {
  const half = box.width / 2 - portMargin;
  const here = arrows
    .flatMap((arrow, i) => (isHere(arrow) ? [{ i, x: columnOf(arrow) ?? box.x }] : []))
    .sort((a, b) => a.x - b.x);
  const pitch = Math.min(portPitch, (2 * half) / Math.max(1, here.length - 1));
  let least = box.x - half;
  for (const [n, { i, x }] of here.entries()) {
    const max = box.x + half - (here.length - 1 - n) * pitch;
    const port = Math.min(Math.max(x, least), max);
    ports[i] = port;
    least = port + pitch;
  }
}

/** Steps that overlap keep apart; going right the rightmost is above, going left the leftmost, so that they do not cross. */
function trackOf(crossing: Crossing, all: readonly Crossing[], ranks: readonly Rank[]): number {
  const inGap = all.filter(({ gap }) => gap === crossing.gap).sort(byTurn);
  const tracks: Crossing[][] = [];
  let own = 0;
  for (const one of inGap) {
    const after = tracks.findLastIndex((track) => track.some((other) => overlap(one, other))) + 1;
    tracks[after] = [...(tracks[after] ?? []), one];
    if (one === crossing) own = after;
  }
  const upper = ranks[crossing.gap]?.bottom ?? 0;
  const lower = ranks[crossing.gap + 1]?.top ?? upper;
  const pitch = Math.min(trackPitch, (lower - upper) / (tracks.length + 1));
  return (upper + lower) / 2 + (own - (tracks.length - 1) / 2) * pitch;
}

function byTurn(a: Crossing, b: Crossing): number {
  const rightA = a.to > a.from;
  const rightB = b.to > b.from;
  if (rightA !== rightB) return rightA ? -1 : 1;
  return rightA ? b.from - a.from : a.from - b.from;
}

function overlap(a: Crossing, b: Crossing): boolean {
  const margin = 6;
  const [a1, a2] = [Math.min(a.from, a.to), Math.max(a.from, a.to)];
  const [b1, b2] = [Math.min(b.from, b.to), Math.max(b.from, b.to)];
  return a1 < b2 + margin && b1 < a2 + margin;
}

function bottomOf(states: readonly PlacedState[], name: string): number {
  const box = states.find(({ state }) => state.name === name);
  return box ? box.y + box.height / 2 : 0;
}

function topOf(states: readonly PlacedState[], name: string): number {
  const box = states.find(({ state }) => state.name === name);
  return box ? box.y - box.height / 2 : 0;
}
