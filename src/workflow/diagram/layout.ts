import { Graph, layout } from '@dagrejs/dagre';
import type { DiagramArrow, DiagramGraph, DiagramState } from './graph.ts';
import { type Room, roomOfLabels, roomOfState } from './sizes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A state in its place; `x` and `y` are the middle of its box. */
export interface PlacedState extends Point, Room {
  readonly state: DiagramState;
}

/** An arrow in its place: the middles of the ranks it goes through, from box to box, and its label among them. */
export interface PlacedArrow {
  readonly arrow: DiagramArrow;
  readonly points: readonly Point[];
  readonly label: Point & Room;
}

/** Everything of a diagram that has a place, and the room of it all. */
export type DiagramLayout = ReturnType<typeof diagramLayout>;

interface Edge extends Room, Partial<Point> {
  readonly arrow: DiagramArrow;
  readonly points?: readonly Point[];
}

/** What is used of the library's graph, whose own types say nothing of what it holds. */
interface Places {
  setGraph(options: object): unknown;
  setNode(name: string, place: PlacedState): unknown;
  setEdge(from: string, to: string, edge: Edge): unknown;
  graph(): Partial<Room>;
  nodes(): readonly string[];
  node(name: string): PlacedState;
  edges(): readonly { readonly v: string; readonly w: string }[];
  edge(ends: { readonly v: string; readonly w: string }): Edge;
}

const options = { rankdir: 'TB', nodesep: 24, edgesep: 20, ranksep: 62, marginx: 28, marginy: 36 } as const;

/** Places the states in ranks from top to bottom, the earlier above the later, each arrow with room for its label. */
export function diagramLayout(graph: DiagramGraph) {
  const places: Places = new Graph();
  places.setGraph(options);
  for (const state of graph.states) places.setNode(state.name, { state, ...roomOfState(state), x: 0, y: 0 });
  for (const arrow of graph.arrows) {
    places.setEdge(arrow.from, arrow.to, { arrow, ...roomOfLabels(arrow.labels) });
  }
  layout(places as Graph);
  const { width = 0, height = 0 } = places.graph();
  const arrows = places.edges().map((edge): PlacedArrow => {
    const { arrow, points = [], x = 0, y = 0, ...room } = places.edge(edge);
    return { arrow, points, label: { x, y, width: room.width, height: room.height } };
  });
  return { states: places.nodes().map((name) => places.node(name)), arrows, width, height };
}
