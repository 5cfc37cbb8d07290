import { colours } from '../drawing/colours.ts';

/** One rising stroke across a drawing, from its lower left to its upper right, edged so that it cuts what it crosses. */
export function strike(
  from: readonly [number, number],
  to: readonly [number, number],
  width: number,
): string {
  const line = (colour: string, thickness: number) =>
    `<path fill="none" stroke="${colour}" stroke-width="${thickness}" stroke-linecap="round" d="M${from.join(' ')}L${to.join(' ')}"/>`;
  return line(colours.white, width * 1.6) + line(colours.coral, width);
}
