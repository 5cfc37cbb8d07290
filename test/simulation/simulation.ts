import fc from 'fast-check';
import type { Broken } from './breaks.ts';
import { Life, type Tally } from './life.ts';
import { allMoves } from './moves.ts';
import { labelsIn } from './targets.ts';
import { turnOf } from './turn.ts';
import { type Extent, openWorld } from './world.ts';

/** Turns that are drawn at a time: more are drawn until the years have passed. */
const atOnce = 400;
/** How often they may be drawn without any time passing: a life that does not get on is a fault. */
const maxIdle = 20;

/** What is lived: which life of which seed, and how much of it. */
export interface Plan extends Extent {
  readonly seed: number;
  /** Which of the lives of that seed. */
  readonly path: string;
  /** What is wrong on purpose. */
  readonly broken: Broken;
}

/** Who listens while a life is lived: to each move with how it ended, and now and then to how far it got. */
export interface Listener {
  readonly move: (line: string) => void;
  readonly progress: (lived: Omit<Lived, 'fault'>) => void;
}

/** How a life went: null where nothing was wrong in it. */
export interface Lived {
  readonly fault: string | null;
  readonly labelYears: number;
  readonly turns: number;
  /** Labels that a renewal took the place of. */
  readonly renewed: number;
}

/** Lives one life, the same for one plan; every move is counted in `tally`. */
export async function live(
  { seed, path, broken, ...extent }: Plan,
  tally: Tally,
  listener: Listener,
): Promise<Lived> {
  const turns = fc.commands([turnOf(allMoves)], { maxCommands: atOnce, size: 'max' });
  let lived = { labelYears: 0, turns: 0, renewed: 0 };
  let story: readonly string[] = [];
  const property = fc.asyncProperty(fc.infiniteStream(turns), async (stream) => {
    const world = await openWorld(`${seed}:${path}`, extent, broken);
    const life = new Life(world, tally, listener.move);
    const far = () => ({
      labelYears: world.labelYears(),
      turns: life.story.length,
      renewed: labelsIn('superseded')(world.known).length,
    });
    try {
      await life.look();
      let idle = 0;
      for (const some of stream) {
        if (world.isOver()) break;
        const before = world.passed();
        await fc.asyncModelRun(() => ({ model: world.known, real: life }), some);
        listener.progress(far());
        idle = world.passed() > before ? 0 : idle + 1;
        if (idle === maxIdle) throw new Error('no time passes any more, and the years are not over');
      }
      await life.end();
    } finally {
      [lived, story] = [far(), life.story.slice(-40)];
      await world.stop();
    }
  });
  const { failed, errorInstance } = await fc.check(property, { seed, path, numRuns: 1, endOnFailure: true });
  const why = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  return { fault: failed ? [...story, why].join('\n') : null, ...lived };
}
