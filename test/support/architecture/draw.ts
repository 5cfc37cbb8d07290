import { element, escaped } from '../../../src/workflow/diagram/svg.ts';
import { type Direction, directionsOfRooms } from './directions.ts';
import { capabilities, floors, type Place, plan, size } from './plan.ts';
import { roomsOn } from './rooms.ts';
import { placeOf, type Route, route } from './routes.ts';

interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly edge: string;
  readonly card: string;
  readonly chip: string;
  readonly lake: string;
  readonly deep: string;
  readonly slab: string;
}
const light: Palette = {
  ...{ ground: '#fbf8f2', ink: '#1d2a2a', quiet: '#5a6666', line: '#7d8a88', edge: '#c9c4b8' },
  ...{ card: '#ffffff', chip: '#eef3f1', lake: '#0b4f54', deep: '#1d6268', slab: '#f6e3b4' },
};
const dark: Palette = {
  ...{ ground: '#16201f', ink: '#eef1ee', quiet: '#a9b5b2', line: '#82908d', edge: '#3f4d4b' },
  ...{ card: '#202c2b', chip: '#2c3a39', lake: '#0f5f65', deep: '#1f757c', slab: '#40371f' },
};
/** Written out, not as variables of CSS: many programs that show SVG do not know these. */
const colours = ({ ground, ink, quiet, line, edge, card, chip, lake, deep, slab }: Palette) =>
  [
    `text{fill:${ink}}.is,.shared{fill:${quiet}}.ground{fill:${ground};stroke:${edge}}`,
    `.way{stroke:${line}}.tip{fill:${line}}.room,.pure{fill:${card}}.room{stroke:${edge}}`,
    `.slab{fill:${slab}}.heart{fill:${lake}}.chip{fill:${chip}}.heart+g .chip{fill:${deep}}`,
    '.heart+g text,.heart+g .is{fill:#ffffff}',
  ].join('');

const style = [
  "text{font-family:'Source Sans 3','Source Sans Pro',system-ui,'Segoe UI',Roboto,sans-serif}",
  ".title{font-family:'Source Serif 4','Source Serif Pro',Georgia,serif;font-size:20px;font-weight:600}",
  '.name{font-size:15px;font-weight:600}.word,.shared{font-size:12px}.is{font-size:13px}',
  '.way{fill:none;stroke-width:1.5;stroke-linejoin:round}',
  colours(light),
  `@media (prefers-color-scheme:dark){${colours(dark)}}`,
  '.heart+g .is,.heart+g .shared{opacity:.8}',
].join('');

/** The picture of the rooms of `src` and of who imports from whom, as SVG; the same files give the same bytes. */
export function drawArchitecture(): string {
  const directions = directionsOfRooms();
  const rooms = roomsOn('src');
  const gone = Object.keys(plan).filter((room) => !rooms.includes(room));
  if (gone.length > 0)
    throw new Error(`In test/support/architecture/plan.ts, but not in src: ${gone.join(', ')}.`);
  const { width, height } = size;
  const drawn = [
    element('title', { id: 'title' }, 'The rooms of the service, and which imports from which'),
    element('desc', { id: 'desc' }, escaped(describe(directions))),
    element('style', {}, style),
    element('rect', { class: 'ground', x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 16 }),
    drawSlab(),
    ...directions.map((direction) => drawWay(route(direction))),
    ...rooms.map((room) => drawRoom(room, placeOf(room))),
    text('title', 28, 42, 'The rooms of the service'),
    text('is', width - 28, 42, 'Arrows are imports; those that follow from others are left out.', 'end'),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-labelledby': 'title desc' };
  return `${element('svg', { ...attributes, width, height, viewBox: `0 0 ${width} ${height}` }, `\n${drawn.join('\n')}\n`)}\n`;
}

/** The whole picture in sentences, for who does not see it. */
function describe(directions: readonly Direction[]): string {
  const told = Object.keys(plan).flatMap((room) => {
    const to = directions.filter(({ from }) => from === room).map((direction) => direction.to);
    return to.length > 0 ? [`${room} imports from ${list(to)}.`] : [];
  });
  const inside = Object.keys(floors).map((floor) => `${floor} has the rooms ${list(ordered(floor).flat())}.`);
  return [...told, ...inside].join(' ');
}

const list = (words: readonly string[]) => new Intl.ListFormat('en').format(words);

/** The rooms of a floor: those named by a capability, then those that serve them. */
function ordered(floor: string): readonly [string[], string[]] {
  const rooms = roomsOn(`src/${floor}`);
  return [
    capabilities.filter((word) => rooms.includes(word)),
    rooms.filter((room) => !capabilities.includes(room)),
  ];
}

/** What the pure rooms stand on together. */
function drawSlab(): string {
  const { y, height } = placeOf('criteria');
  const top = placeOf('transparency').y - 18;
  const slab = {
    class: 'slab',
    x: 28,
    y: top,
    width: size.width - 56,
    height: y + height + 42 - top,
    rx: 14,
  };
  return element('rect', slab) + text('is', 44, y + height + 27, 'pure: no clock, no file, no chance');
}

function drawRoom(room: string, place: Place): string {
  const { x, y, width, height, look, is } = place;
  const box = element('rect', { class: look, x, y, width, height, rx: 11 });
  const perRow = floors[room];
  if (perRow) return box + element('g', {}, drawFloor(room, place, perRow));
  const across = x + width / 2;
  if (!is) return box + text('name', across, y + height / 2 + 5, room, 'middle');
  if (width > 200) return box + heading(x + 16, y + 26, room, is);
  return box + text('name', across, y + 29, room, 'middle') + text('is', across, y + 48, is, 'middle');
}

function heading(x: number, y: number, room: string, is = ''): string {
  const spans = element('tspan', { class: 'name' }, room) + element('tspan', { class: 'is', dx: 8 }, is);
  return element('text', { x, y }, spans);
}

function drawFloor(room: string, { x, y, width, is }: Place, perRow: number): string {
  const [words, shared] = ordered(room);
  const column = (width - 20) / perRow;
  const chips = words.map((word, i) => {
    const [left, top] = [x + 10 + (i % perRow) * column, y + 38 + Math.floor(i / perRow) * 26];
    const chip = element('rect', {
      class: 'chip',
      x: left + 2,
      y: top,
      width: column - 4,
      height: 22,
      rx: 6,
    });
    return chip + text('word', left + column / 2, top + 15, word, 'middle');
  });
  const last = y + 38 + Math.ceil(words.length / perRow) * 26 + 16;
  const rest = shared.map((word, i) =>
    text(
      'shared',
      x + 10 + ((i % perRow) + 0.5) * column,
      last + Math.floor(i / perRow) * 19,
      word,
      'middle',
    ),
  );
  return [heading(x + 14, y + 25, room, is), ...chips, ...rest].join('');
}

function drawWay({ corners, from, to }: Route): string {
  const [x, y] = corners.at(-1) ?? [0, 0];
  const [bx, by] = corners.at(-2) ?? [0, 0];
  const turned = x === bx ? 0 : x > bx ? -90 : 90;
  const line = `M${corners.map((corner) => corner.join(' ')).join('L')}`;
  const tip = {
    class: 'tip',
    d: 'M0 0L-4.5 -8H4.5Z',
    transform: `translate(${x} ${y}) rotate(${by > y ? 180 : turned})`,
  };
  return element(
    'g',
    { id: `${from}-${to}` },
    element('path', { class: 'way', d: line }) + element('path', tip),
  );
}

function text(
  kind: string,
  x: number,
  y: number,
  content: string,
  anchor: 'middle' | 'end' | null = null,
): string {
  return element('text', { class: kind, x, y, 'text-anchor': anchor }, escaped(content));
}
