import type { PathCommand } from 'fontkit';

/** A drawing as SVG path data to be put anywhere, in whole numbers. */
export interface RelativePath {
  /** Where its first contour begins. */
  readonly x: number;
  readonly y: number;
  /** All that follows the first point, written from point to point; empty when nothing is drawn. */
  readonly rest: string;
  /** Where its last contour begins, and so ends. */
  readonly lastX: number;
  readonly lastY: number;
}

type Point = readonly [x: number, y: number];
const origin: Point = [0, 0];

/** How far the control point of a curve may lie from where the curve before leads: less than is seen. */
const smoothWithin = 2;

/**
 * Commands as path data with as few characters as say it: from point to point, a letter only where it changes, one coordinate
 * of lines along an axis, no control point where a curve goes on smoothly. Points are rounded before they are subtracted, so
 * errors do not add up.
 */
export function relativePath(commands: readonly PathCommand[]): RelativePath {
  // Joined at the end: a text that grows piece by piece is taken apart again by all who copy it.
  const pieces: string[] = [];
  let letter = '';
  let at: Point = origin;
  let start: Point = origin;
  let first: Point = origin;
  let control: Point | null = null;
  const write = (which: string, ...numbers: readonly number[]) => {
    const text = numbers.map((value, i) => (i > 0 && value >= 0 ? ` ${value}` : `${value}`)).join('');
    // After a move, pairs of numbers are lines.
    const implied = which === letter || (which === 'l' && letter === 'm');
    pieces.push(implied ? (text.startsWith('-') ? '' : ' ') : which, text);
    letter = which;
  };
  commands.forEach(({ command, args }, i) => {
    const points = pointsOf(args);
    const [to = at] = points.slice(-1);
    const [dx, dy] = from(at, to);
    const before = control;
    control = null;
    switch (command) {
      case 'moveTo':
        if (i === 0) first = to;
        else write('m', dx, dy);
        start = to;
        break;
      case 'lineTo':
        // Closing draws the last line.
        if (commands[i + 1]?.command === 'closePath' && same(to, start)) return;
        if (same(to, at)) return;
        if (dy === 0) write('h', dx);
        else if (dx === 0) write('v', dy);
        else write('l', dx, dy);
        break;
      case 'quadraticCurveTo': {
        const [own = at] = points;
        const led: Point | null = before && [2 * at[0] - before[0], 2 * at[1] - before[1]];
        if (led && isNear(led, own)) write('t', dx, dy);
        else write('q', ...from(at, own), dx, dy);
        control = led && isNear(led, own) ? led : own;
        break;
      }
      case 'bezierCurveTo':
        write('c', ...points.flatMap((point) => from(at, point)));
        break;
      case 'closePath':
        pieces.push('z');
        letter = 'z';
        at = start;
        return;
    }
    at = to;
  });
  return { x: first[0], y: first[1], rest: pieces.join(''), lastX: start[0], lastY: start[1] };
}

function pointsOf(args: readonly number[]): Point[] {
  return args.flatMap((value, i) => (i % 2 === 0 ? [[Math.round(value), Math.round(args[i + 1] ?? 0)]] : []));
}

function from([x, y]: Point, to: Point): Point {
  return [to[0] - x, to[1] - y];
}

function same(one: Point, other: Point): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function isNear(one: Point, other: Point): boolean {
  return Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1])) <= smoothWithin;
}
