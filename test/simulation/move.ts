import type { Person } from '../../src/commands/items/items.ts';
import type { LetterDeps } from '../../src/letters/letters.ts';
import type { Known } from './known.ts';
import type { Staff } from './staff.ts';

/** What someone decides by chance; drawn with the move, so that it is decided alike when the move is made again. */
export interface Draw {
  /** From 0 up to `max`, which is left out. */
  whole(max: number): number;
  one<T>(of: readonly T[]): T;
  /** True once in so many times. */
  once(inTimes: number): boolean;
}

/** Someone at work in one section of the pages: what they are shown of what is stored, and who they are today. */
export type Desk = readonly [deps: LetterDeps, asker: Person];

/** Where moves are made: a process of the service, with everyone who uses it. */
export interface Stage {
  readonly deps: LetterDeps;
  readonly staff: Staff;
  readonly known: Known;
  /** A person in a section of the pages, whose view is laid over the store as there. */
  readonly at: (section: string, personId: string) => Promise<Desk>;
  /** Does at once what no command does, without anyone in between. */
  readonly undisturbed: (work: () => Promise<unknown>) => Promise<void>;
  /** A new person without any part. */
  readonly newcomer: () => Promise<Person>;
  /** Moves the clock of the service by so many milliseconds, back where negative. */
  readonly pass: (ms: number) => void;
  /** Runs every schedule once, in a process of that name. */
  readonly strike: (process: string) => Promise<void>;
  /** Runs every job that is due. */
  readonly work: () => Promise<void>;
}

/** A move as it is written: of what it can be made now, and how. Names are those of the commands. */
interface Definition<T> {
  readonly name: string;
  /** How often it is tried beside the others where it can be made, 1 by default; less for what happens seldom. */
  readonly weight?: number;
  readonly targets: (known: Known) => readonly T[];
  readonly act: (stage: Stage, target: T, draw: Draw) => Promise<unknown>;
}

/** One way of making a move: of one target, which is named. */
export interface Way {
  readonly of: string;
  readonly act: (stage: Stage, draw: Draw) => Promise<unknown>;
}

/** Something that someone may do, or that happens, in the life of labels. */
export interface Move {
  readonly name: string;
  readonly weight: number;
  readonly ways: (known: Known) => readonly Way[];
}

/** A move, whatever its targets are. */
export function move<T>({ name, weight = 1, targets, act }: Definition<T>): Move {
  const ways = (known: Known) =>
    targets(known).map(
      (target): Way => ({ of: idOf(target), act: (stage, draw) => act(stage, target, draw) }),
    );
  return { name, weight, ways };
}

function idOf(target: unknown): string {
  return target && typeof target === 'object' && 'id' in target ? String(target.id) : '';
}
