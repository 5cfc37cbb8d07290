import { roomsOn, sourcesBelow, target } from './rooms.ts';

/** One room imports from another. */
export interface Direction {
  readonly from: string;
  readonly to: string;
}

/** The two programs start the service: in the picture they belong to the room of the command line. */
const programs: Readonly<Record<string, string>> = { 'main.ts': 'cli', 'cli.ts': 'cli' };

/** Which room of `src` imports from which, without what other directions say already, in the order of their names. */
export function directionsOfRooms(): readonly Direction[] {
  const rooms = importsOfRooms();
  const reached = (from: string): string[] =>
    [...(rooms.get(from) ?? [])].flatMap((to) => [to, ...reached(to)]);
  return [...rooms].flatMap(([from, direct]) => {
    const further = new Set([...direct].flatMap(reached));
    return [...direct]
      .filter((to) => !further.has(to))
      .sort()
      .map((to) => ({ from, to }));
  });
}

/** The rooms that each room of `src` imports from. */
export function importsOfRooms(): ReadonlyMap<string, ReadonlySet<string>> {
  const rooms = new Map(roomsOn('src').map((room) => [room, new Set<string>()]));
  for (const source of sourcesBelow('src')) {
    const from = roomOf(source.path);
    for (const name of source.imports.filter((one) => one.startsWith('.'))) {
      const to = roomOf(target(source, name));
      if (to !== from && rooms.has(to)) rooms.get(from)?.add(to);
    }
  }
  return rooms;
}

function roomOf(path: string): string {
  const [top = '', name = ''] = path.split('/');
  return top === 'src' ? (programs[name] ?? name) : '';
}
