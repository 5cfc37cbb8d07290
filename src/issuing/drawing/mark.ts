import { colours } from './colours.ts';

/** The field of the mark, in its own units (docs/design/experience.md#the-mark). */
export const markField = { width: 120, height: 150 } as const;

const centre = { x: 60, y: 54 };
const pinRadius = 48;
const tip = { y: 140, radius: 5 };
const shoulder = { radius: 31, sweep: 76, width: 10 };
const head = { radius: 7.6, distance: 13 };

const degrees = Math.PI / 180;
const n = (value: number) => String(Math.round(value * 100) / 100);

function polar(radius: number, angle: number): string {
  return `${n(centre.x + radius * Math.cos(angle * degrees))} ${n(centre.y + radius * Math.sin(angle * degrees))}`;
}

/** The pin: a disc, and its tangents to a small disc that rounds the tip. */
function drawPin(): string {
  const tipCentre = tip.y - tip.radius;
  const cos = (pinRadius - tip.radius) / (tipCentre - centre.y);
  const sin = Math.sqrt(1 - cos * cos);
  const touch = (side: 1 | -1, y: number, radius: number) =>
    `${n(centre.x + side * radius * sin)} ${n(y + radius * cos)}`;
  return [
    `M${touch(-1, centre.y, pinRadius)}`,
    `A${pinRadius} ${pinRadius} 0 1 1 ${touch(1, centre.y, pinRadius)}`,
    `L${touch(1, tipCentre, tip.radius)}`,
    `A${tip.radius} ${tip.radius} 0 0 1 ${touch(-1, tipCentre, tip.radius)}Z`,
  ].join('');
}

/** A person seen from above, looking from `angle` at the table: shoulders with round ends, and a head. */
function drawPerson(angle: number): string {
  const [from, to] = [angle - shoulder.sweep / 2, angle + shoulder.sweep / 2];
  const cap = shoulder.width / 2;
  const [outer, inner] = [shoulder.radius + cap, shoulder.radius - cap];
  const r = head.radius;
  return [
    `M${polar(outer, from)}A${outer} ${outer} 0 0 1 ${polar(outer, to)}`,
    `A${cap} ${cap} 0 0 1 ${polar(inner, to)}`,
    `A${inner} ${inner} 0 0 0 ${polar(inner, from)}`,
    `A${cap} ${cap} 0 0 1 ${polar(outer, from)}Z`,
    `M${polar(head.distance, angle)}m${n(-r)} 0a${r} ${r} 0 1 1 ${n(2 * r)} 0a${r} ${r} 0 1 1 ${n(-2 * r)} 0Z`,
  ].join('');
}

/** Path data of the mark's parts: the pin, and the three people from the top clockwise. */
const markPaths = { pin: drawPin(), people: [drawPerson(-90), drawPerson(30), drawPerson(150)] } as const;

/** The whole mark as one path, people cut out of the pin: fill it with the even-odd rule in any one colour. */
export const markCutOut = markPaths.pin + markPaths.people.join('');

export type MarkVariant = 'colour' | 'grey';

const inks: Readonly<Record<MarkVariant, { readonly pin: string; readonly people: readonly string[] }>> = {
  colour: { pin: colours.lake, people: [colours.paper, colours.sun, colours.lightCoral] },
  grey: { pin: colours.grey, people: [colours.paper, '#e9ebe7', '#d6dad7'] },
};

/** The mark's parts in the order to paint them, in colour or, for a label that does not hold, in grey. */
export function markParts(variant: MarkVariant): readonly { readonly path: string; readonly fill: string }[] {
  const { pin, people } = inks[variant];
  return [
    { path: markPaths.pin, fill: pin },
    ...markPaths.people.map((path, i) => ({ path, fill: people[i] ?? pin })),
  ];
}

/** The mark as SVG elements in its own field. */
export function markFragment(variant: MarkVariant): string {
  return markParts(variant)
    .map(({ path, fill }) => `<path fill="${fill}" d="${path}"/>`)
    .join('');
}

/** The mark in one colour as an SVG element. */
export function markInOneColour(fill: string): string {
  return `<path fill="${fill}" fill-rule="evenodd" d="${markCutOut}"/>`;
}
