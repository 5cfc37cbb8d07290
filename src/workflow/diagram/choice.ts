import type { DiagramGraph } from './graph.ts';
import { type DiagramLayout, diagramLayout, type LayoutChoice, type Point } from './layout.ts';
import { diagramRoutes, type Route } from './routes.ts';

/** A layout with its lines. */
export interface Drawing {
  readonly layout: DiagramLayout;
  readonly routes: readonly Route[];
}

/** The width of a page's text column at 1280 pixels; a wider drawing has to be scrolled. */
const pageWidth = 1060;
const cost = { crossing: 60, tooWide: 40, bend: 12 } as const;

const choices: readonly LayoutChoice[] = [
  { ranker: 'network-simplex', turned: false },
  { ranker: 'network-simplex', turned: true },
  { ranker: 'longest-path', turned: false },
];

/** The calmest of some layouts: few crossings and bends, short lines, no wider than a page. */
export function bestDrawing(graph: DiagramGraph): Drawing {
  const drawings = choices.map((choice): Drawing => {
    const layout = diagramLayout(graph, choice);
    return { layout, routes: diagramRoutes(layout) };
  });
  return drawings.reduce((best, drawing) => (costOf(drawing) < costOf(best) ? drawing : best));
}

function costOf({ layout, routes }: Drawing): number {
  const sides = routes.map(({ points }) => points.slice(1).map((end, i) => [points[i] ?? end, end] as const));
  const length = sides.flat().reduce((sum, [a, b]) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0);
  const crossings = sides.flatMap((own, i) =>
    sides.slice(i + 1).flatMap((others) => own.flatMap((a) => others.filter((b) => crosses(a, b)))),
  );
  return (
    length +
    crossings.length * cost.crossing +
    sides.flat().length * cost.bend +
    Math.max(0, layout.width - pageWidth) * cost.tooWide
  );
}

function crosses(a: readonly [Point, Point], b: readonly [Point, Point]): boolean {
  return within(a, b, 'x') && within(a, b, 'y');
}

function within(a: readonly [Point, Point], b: readonly [Point, Point], axis: 'x' | 'y'): boolean {
  const [a1, a2] = [Math.min(a[0][axis], a[1][axis]), Math.max(a[0][axis], a[1][axis])];
  const [b1, b2] = [Math.min(b[0][axis], b[1][axis]), Math.max(b[0][axis], b[1][axis])];
  return a1 < b2 && b1 < a2;
}
