import { setImmediate } from 'node:timers/promises';
import type { Entry } from '../../../register/entry.ts';

/** Numbers that the next query reads. */
interface Batch {
  readonly numbers: Set<string>;
  readonly read: Promise<ReadonlyMap<string, Entry>>;
}

/** How long (ms) a query may hold up the next one: a part of the time limit of a page (withinTime.ts). */
const defaultTimeoutMs = 1000;

/**
 * Reads an entry for each who asks, by one query at a time: to send a query and to take its answer costs as much as to write a
 * page, so that all who ask while one is on its way share the next. One that hangs holds up no other for longer than `timeoutMs`.
 */
export function batchReads(
  readAll: (numbers: readonly string[]) => Promise<readonly Entry[]>,
  timeoutMs = defaultTimeoutMs,
): (number: string) => Promise<Entry | null> {
  let next: Batch | null = null;
  let current: Promise<unknown> = Promise.resolve();
  const begin = (): Batch => {
    const numbers = new Set<string>();
    const before = current;
    const read = async () => {
      await settledOr(timeoutMs, before);
      await setImmediate();
      // One more turn of the loop: who was just answered may ask again (row 4 of docs/performance.md).
      await setImmediate();
      next = null;
      const entries = await askedAgain(() => readAll([...numbers]), 2 * timeoutMs);
      return new Map(entries.map((entry) => [entry.number, entry]));
    };
    const batch = { numbers, read: read() };
    current = batch.read;
    return batch;
  };
  return async (number) => {
    next ??= begin();
    next.numbers.add(number);
    return (await next.read).get(number) ?? null;
  };
}

/** What a query gives; one that is not answered in time is asked once more, and whichever is answered first counts. */
async function askedAgain<T>(ask: () => Promise<T>, timeoutMs: number): Promise<T> {
  const first = ask();
  return (await settledOr(timeoutMs, first)) ? first : Promise.race([first, ask()]);
}

/** Waits until work is done, well or not, and no longer than this; whether it is. */
function settledOr(timeoutMs: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    const settled = () => {
      clearTimeout(timer);
      resolve(true);
    };
    work.then(settled, settled);
  });
}
