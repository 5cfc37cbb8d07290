import type { Side } from './row.ts';
import type { Slice } from './slices.ts';

/** Calls a function that does not wait for anything, over and over. */
export function synchronous(call: () => void): Side {
  return {
    slice: (ms) =>
      measured(async (until) => {
        let calls = 0;
        do {
          call();
          calls += 1;
        } while (performance.now() < until);
        return calls;
      }, ms),
  };
}

/** Keeps `lanes` calls on the way at any time; a call is told its lane. */
export function concurrent(lanes: number, call: (lane: number) => Promise<void>): Side {
  const inLane = async (lane: number, until: number) => {
    let calls = 0;
    do {
      await call(lane);
      calls += 1;
    } while (performance.now() < until);
    return calls;
  };
  return {
    slice: (ms) =>
      measured(async (until) => {
        const counts = await Promise.all(Array.from({ length: lanes }, (_, lane) => inLane(lane, until)));
        return counts.reduce((sum, count) => sum + count, 0);
      }, ms),
  };
}

/** Lets work go on until an instant (`performance.now()`); it says how many calls it made. */
export function untilThen(work: (until: number) => Promise<number>): Side {
  return { slice: (ms) => measured(work, ms) };
}

async function measured(work: (until: number) => Promise<number>, ms: number): Promise<Slice> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const calls = await work(start + ms);
  const { user, system } = process.cpuUsage(before);
  return { calls, ms: performance.now() - start, cpuMs: (user + system) / 1000 };
}
