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
 * the last one never heard; from then on nothing of it works. `done` says how many were.
 */
export function mortal({ deps, jobs }: World, lives: number): World & { done(): number } {
  let done = 0;
  const guarded = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          if (done >= lives) throw new Killed();
          done += 1;
          const answer: unknown = await value.apply(target, given);
          if (done >= lives) throw new Killed();
          return answer;
        };
      },
    });
  return {
    deps: {
      ...deps,
      store: guarded(deps.store),
      files: guarded(deps.files),
      issuing: guarded(deps.issuing),
      papers: guarded(deps.papers),
      mailer: guarded(deps.mailer),
    },
    jobs: guarded(jobs),
    done: () => done,
  };
}
