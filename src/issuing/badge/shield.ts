import { colours } from '../drawing/colours.ts';

/** The shapes that tell a status without colour (docs/design/experience.md#verdict-banner). */
export type Shape = 'tick' | 'provisionalTick' | 'hatched' | 'dash' | 'struck';

const outlinePath = 'M12 1.5 21.5 4.6V11.4C21.5 17.2 17.6 21.2 12 23.2 6.4 21.2 2.5 17.2 2.5 11.4V4.6Z';
const tickPath = 'M7.2 12.2 10.7 15.8 17 8.4';

function stroke(colour: string, width: number, path: string): string {
  return `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${path}"/>`;
}

function ground(fill: string): string {
  return `<path fill="${fill}" stroke="${colours.white}" stroke-width="2" stroke-linejoin="round" d="${outlinePath}"/>`;
}

const drawings: Readonly<Record<Shape, string>> = {
  tick: ground(colours.leaf) + stroke(colours.white, 3, tickPath),
  provisionalTick: ground(colours.sun) + stroke(colours.ink, 3, tickPath),
  hatched:
    ground(colours.white) +
    stroke(colours.slate, 2, 'M4.4 12.4 12.4 4.4M5.2 17.2 18.8 5.2M9.6 20.6 19.8 10.8') +
    stroke(colours.slate, 2, outlinePath),
  dash: ground(colours.slate) + stroke(colours.white, 3.2, 'M7.4 12H16.6'),
  struck: ground(colours.coral) + stroke(colours.white, 3.2, 'M7 17 17 7'),
};

/** A status shape as SVG elements in a field of 24 × 24. */
export function shieldFragment(shape: Shape): string {
  return drawings[shape];
}
