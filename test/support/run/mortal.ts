import type { Jobs } from '../../../src/commands/ports/jobPorts.ts';
import type { LetterDeps } from '../../../src/letters/letters.ts';

/** Why the process of a test ended. */
export class Killed extends Error {}

/** What a process works with. */
export interface World {
  readonly deps: LetterDeps;
  readonly jobs: Jobs;
}

/**
 * The world of a process that is killed after so many of its operations on database, files, signing and mail were done, the answer to
 * the last one never heard; from then on nothing of it works.
 */
export function mortal(world: World, lives: number): World {
  let done = 0;
  return guarded(world, async (operation) => {
    if (done >= lives) throw new Killed();
    done += 1;
    const answer = await operation();
    if (done >= lives) throw new Killed();
    return answer;
  });
}

/** The world of a process that lives, its operations one after the other; `changes` are the numbers of those that left another state. */
export async function noted(
  world: World,
  state: () => Promise<string>,
): Promise<World & { readonly changes: readonly number[] }> {
  const changes: number[] = [];
  let done = 0;
  let last = await state();
  const note = async <T>(operation: () => Promise<T>): Promise<T> => {
    done += 1;
    try {
      return await operation();
    } finally {
      const now = await state();
      if (now !== last) changes.push(done);
      last = now;
    }
  };
  let idle: Promise<unknown> = Promise.resolve();
  const inTurn: Guard = (operation) => {
    const answer = idle.then(() => note(operation));
    idle = answer.catch(() => {});
    return answer;
  };
  return { ...guarded(world, inTurn), changes };
}

type Guard = <T>(operation: () => Promise<T>) => Promise<T>;

/** A world each of whose operations goes through a guard. */
function guarded({ deps, jobs }: World, guard: Guard): World {
  const port = <T extends object>(of: T): T =>
    new Proxy(of, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        // Gives a store at once.
        if (name === 'seenBy') return (...given: unknown[]) => port(value.apply(target, given));
        return (...given: unknown[]) => guard(async () => value.apply(target, given));
      },
    });
  return {
    deps: {
      ...deps,
      store: port(deps.store),
      files: port(deps.files),
      issuing: port(deps.issuing),
      papers: port(deps.papers),
      mailer: port(deps.mailer),
    },
    jobs: port(jobs),
  };
}
