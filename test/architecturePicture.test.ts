import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { directionsOfRooms, importsOfRooms } from './support/architecture/directions.ts';
import { drawArchitecture } from './support/architecture/draw.ts';
import { type Place, plan, size } from './support/architecture/plan.ts';
import { route } from './support/architecture/routes.ts';

const places = Object.entries(plan);
const meet = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

type Box = Pick<Place, 'x' | 'y' | 'width' | 'height'>;

describe('docs/architecture.svg', () => {
  it('shows the rooms and imports of today', () => {
    const kept = readFileSync(new URL('../docs/architecture.svg', import.meta.url), 'utf8');
    expect(kept === drawArchitecture(), 'the picture as the imports draw it: run `npm run diagram`').equal(
      true,
    );
  });

  it('leads from each room to all that it imports, and draws no arrow that another path already implies', () => {
    const directions = directionsOfRooms();
    const reached = (from: string, without: string): string[] =>
      directions
        .filter((one) => one.from === from && `${one.from} ${one.to}` !== without)
        .flatMap(({ to }) => [to, ...reached(to, without)]);
    for (const [room, imported] of importsOfRooms())
      expect(reached(room, ''), room).include.members([...imported]);
    const twice = directions.filter(({ from, to }) => reached(from, `${from} ${to}`).includes(to));
    expect(twice).deep.equal([]);
  });

  it('lets no room overlap another, and no arrow cross a room that it does not concern', () => {
    const covered = places.filter(([room, place]) =>
      places.some(([other, box]) => room !== other && meet(place, box)),
    );
    expect(covered).deep.equal([]);
    const through = directionsOfRooms().flatMap(({ from, to }) => {
      const { corners } = route({ from, to });
      const lines = corners.slice(1).map(([x, y], i): Box => {
        const [bx, by] = corners[i] ?? [x, y];
        return { x: Math.min(x, bx), y: Math.min(y, by), width: Math.abs(x - bx), height: Math.abs(y - by) };
      });
      return places
        .filter(([room, place]) => room !== from && room !== to && lines.some((line) => meet(line, place)))
        .map(([room]) => `${from} → ${to} through ${room}`);
    });
    // It passes behind the widest room.
    expect(through).deep.equal(['i18n → register through commands']);
  });

  it('has a text alternative, and fits into the README', () => {
    const svg = drawArchitecture();
    expect(svg).match(/role="img" aria-labelledby="title desc"/);
    for (const { from, to } of directionsOfRooms()) {
      expect(svg).match(new RegExp(`<desc[^>]*>[^<]*\\b${from} imports from [^.]*\\b${to}\\b`));
    }
    const outside = places.filter(
      ([, { x, y, width, height }]) => x + width > size.width || y + height > size.height,
    );
    expect(outside).deep.equal([]);
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).match(/!\[[^\]]{80,}\]\(docs\/architecture\.svg\)/);
  });
});
