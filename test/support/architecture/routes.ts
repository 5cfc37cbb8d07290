import type { Direction } from './directions.ts';
import { type Place, plan } from './plan.ts';

/** An arrow from one room to another: its corners, the last of them the tip. */
export interface Route extends Direction {
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** How far an arrow keeps from the corner of a room, and what two rooms share of their width for one to stand below the other. */
const inset = 14;
const right = ({ x, width }: Place) => x + width;
const bottom = ({ y, height }: Place) => y + height;
const middle = ({ x, width }: Place) => x + width / 2;
const centre = ({ y, height }: Place) => y + height / 2;

/** The way of an arrow: sideways to a room of the same height, straight down to one below, else down and then sideways. */
export function route({ from, to }: Direction): Route {
  const [a, b] = [placeOf(from), placeOf(to)];
  const [near, far] = middle(b) < middle(a) ? [a.x, right(b)] : [right(a), b.x];
  const level = centre(b);
  if (a.y < bottom(b) && b.y < bottom(a))
    return { from, to, corners: [point(near, level), point(far, level)] };
  const [first, last] = [Math.max(a.x, b.x), Math.min(right(a), right(b))];
  if (last - first >= inset) {
    const x = (first + last) / 2;
    return { from, to, corners: [point(x, bottom(a)), point(x, b.y)] };
  }
  const x = near === a.x ? a.x + inset : right(a) - inset;
  return { from, to, corners: [point(x, bottom(a)), point(x, level), point(far, level)] };
}

const point = (x: number, y: number) => [x, y] as const;

/** The place of a room in the plan. */
export function placeOf(room: string): Place {
  const place = plan[room];
  if (!place) throw new Error(`The room ${room} has no place in test/support/architecture/plan.ts.`);
  return place;
}
