import type { Logger } from 'pino';
import { ulid } from 'ulid';
import type { Clockwork, DayReport } from '../commands/ports/clockPorts.ts';
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
  let stopping = false;
  let days: DayReport[] = [];
  let failed: string | null = null;

  const go = async (until: Date) => {
    const [{ advance }, { schedules }, { handlers }] = await Promise.all([
      import('../workers/advance.ts'),
      import('../workers/schedules.ts'),
      import('../workers/handlers.ts'),
    ]);
    await (await running)?.stop();
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
      way = go(until)
        .catch((error: unknown) => {
          log.error({ err: error }, 'the clock could not be moved to the end');
          failed = error instanceof Error ? error.message : String(error);
        })
        .then(() => {
          way = null;
          if (!stopping) running = start();
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
    stop: async () => {
      stopping = true;
      await way;
      await (await running)?.stop();
    },
  };
}
