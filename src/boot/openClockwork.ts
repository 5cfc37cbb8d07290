import type { Logger } from 'pino';
import { ulid } from 'ulid';
import type { Clockwork, DayReport } from '../commands/ports/clockPorts.ts';
import type { Clock } from '../commands/ports/ports.ts';
import type { LetterDeps } from '../letters/letters.ts';
import type { Storage } from './openStorage.ts';

interface Parts {
  readonly deps: LetterDeps;
  readonly storage: Storage;
  readonly log: Logger;
}

/** What runs by the clock, which stands still while the clock is moved: two would take turns and jobs from each other. */
export interface Running {
  stop(): Promise<void>;
}

/** Days that the page shows of the last way. */
const shown = 400;

/**
 * The clock of development as it is moved by hand; null where it is not movable. `start` starts what runs by the clock, and is asked
 * again after each way.
 */
export function openClockwork({ deps, storage, log }: Parts, start: () => Promise<Running>) {
  const { movable } = storage;
  let running: Promise<Running> | null = null;
  let way: Promise<void> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let stopping = false;
  let days: DayReport[] = [];
  let failed: string | null = null;

  // One after the other: each stops what runs by the clock, and starts it again.
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const own = turn.then(async () => {
      if (stopping) throw new Error('the service stops');
      await (await running)?.stop();
      try {
        await work();
      } finally {
        if (!stopping) running = start();
      }
    });
    turn = own.catch(() => {});
    return own;
  };
  const go = async (until: Date) => {
    const [{ advance }, { schedules }, { handlers }] = await Promise.all([
      import('../workers/advance.ts'),
      import('../workers/schedules.ts'),
      import('../workers/handlers.ts'),
    ]);
    if (!movable) return;
    const parts = { deps, leases: storage.leases, jobs: storage.jobs, schedules, handlers, holder: ulid() };
    const { moveTo } = movable;
    for await (const day of advance({ ...parts, moveTo, stopped: () => stopping }, until)) {
      if (day.happened.length + day.failures.length > 0 || Object.keys(day.letters).length > 0)
        days = [...days, day].slice(-shown);
    }
  };
  const clockwork: Clockwork | null = movable && {
    movedTo: movable.movedTo,
    state: () => ({ moving: way !== null, days, failed }),
    move: (until) => {
      if (way !== null || stopping) return false;
      days = [];
      failed = null;
      way = inTurn(() => go(until))
        .catch((error: unknown) => {
          log.error({ err: error }, 'the clock could not be moved to the end');
          failed = error instanceof Error ? error.message : String(error);
        })
        .then(() => {
          way = null;
        });
      return true;
    },
  };
  return {
    clockwork,
    /** Starts what runs by the clock for the first time. */
    begin: async () => {
      running = start();
      await running;
    },
    /** Lets work be done at another time while nothing runs by the clock; `settle` does what follows from it, by that time as well. */
    atOtherTime: (clock: Clock, work: (deps: LetterDeps, settle: () => Promise<void>) => Promise<void>) =>
      inTurn(async () => {
        const [{ runNext }, { handlers }] = await Promise.all([
          import('../workers/relay.ts'),
          import('../workers/handlers.ts'),
        ]);
        const then = { ...deps, clock };
        const parts = { deps: then, jobs: storage.jobs, handlers, worker: ulid(), log };
        await work(then, async () => {
          while (!stopping && (await runNext(parts)));
          if (stopping) throw new Error('the service stops');
        });
      }),
    stop: async () => {
      stopping = true;
      await way;
      await turn;
      await (await running)?.stop();
    },
  };
}
