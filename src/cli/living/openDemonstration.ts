import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { publishFigures } from '../../commands/desk/figures/publishFigures.ts';
import type { Bulk } from '../../commands/ports/bulk.ts';
import type { Demonstration } from '../../commands/ports/demonstrationPorts.ts';
import type { Leases } from '../../commands/ports/jobPorts.ts';
import type { Clock } from '../../commands/ports/ports.ts';
import { dayOf } from '../../register/day.ts';
import { demoPeople } from './accounts.ts';
import { type AtOtherTime, playScene } from './playScene.ts';
import { scenesOn } from './scenes.ts';

/** Counts what was played: one for the beginning, and one for each scene. */
const series = 'demonstration';
/** How long a process holds a scene (milliseconds): one that was killed leaves it to the next start. */
const leaseMs = 120_000;
/** Before a scene that another process plays is looked at again. */
const pauseMs = 2000;

interface Parts {
  readonly bulk: Bulk;
  readonly leases: Leases;
  /** The time of the service. */
  readonly clock: Clock;
  readonly log: { error(data: object, message: string): void };
  readonly reset: () => void;
  /** What is done before the first scene. */
  readonly prepare?: (stopping: AbortSignal) => Promise<void>;
}

/** Marks a database that was empty as one that shall show a living demonstration. */
export async function markBegun(bulk: Bulk): Promise<void> {
  if ((await counted(bulk)) === 0) await bulk.takeNumbers(series, 1);
}

/** A living demonstration that grows once the service answers, scene by scene; one that was cut off goes on with the next start. */
export function openDemonstration({ bulk, leases, clock, log, reset, prepare }: Parts) {
  const scenes = scenesOn(dayOf(clock.now().toISOString()));
  const holder = ulid();
  const stopping = new AbortController();
  let done = scenes.length;
  let playing: Promise<void> = Promise.resolve();

  /** The figures of the year were counted at the start, when only the first specimens were there. */
  const countAgain = (atOtherTime: AtOtherTime) =>
    atOtherTime(clock, async (deps) => {
      await publishFigures(deps, clock.now(), 0);
    });
  const play = async (atOtherTime: AtOtherTime): Promise<void> => {
    let grew = false;
    for (;;) {
      done = Math.min((await counted(bulk)) - 1, scenes.length);
      const scene = scenes[done];
      if (stopping.signal.aborted) return;
      if (!scene) return grew ? countAgain(atOtherTime) : undefined;
      const slot = String(done).padStart(3, '0');
      const now = clock.now();
      if (await leases.take(series, { holder, slot, now, ms: leaseMs })) {
        await playScene(clock, atOtherTime, scene).then(
          () => {
            grew = true;
          },
          (error: unknown) => {
            if (stopping.signal.aborted) return;
            log.error({ err: error }, `the demonstration goes on without its file "${scene.key}"`);
          },
        );
        const played = !stopping.signal.aborted;
        if (played) await bulk.takeNumbers(series, 1);
        await leases.release(series, { holder, now: clock.now(), done: played ? slot : null });
      } else await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const demonstration: Demonstration = {
    people: demoPeople(),
    state: () => ({ done, of: scenes.length }),
    reset,
  };
  return {
    demonstration,
    /** Goes on with the scenes that were not played yet, where a demonstration was begun. */
    begin: async (atOtherTime: AtOtherTime): Promise<void> => {
      const count = await counted(bulk);
      if (count === 0) return;
      done = Math.min(count - 1, scenes.length);
      const first = done === 0 ? prepare?.(stopping.signal) : undefined;
      playing = Promise.resolve(first)
        .then(() => play(atOtherTime))
        .catch((error: unknown) => {
          log.error({ err: error }, 'the demonstration cannot go on');
        });
    },
    /** Ends early; resolves once nothing is written any more. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await playing;
    },
  };
}

async function counted(bulk: Bulk): Promise<number> {
  return (await bulk.takeNumbers(series, 0)) - 1;
}
