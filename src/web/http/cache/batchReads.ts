import { setImmediate } from 'node:timers/promises';
import type { Entry } from '../../../register/entry.ts';

/** Numbers that the next query reads. */
interface Batch {
  readonly numbers: Set<string>;
  readonly read: Promise<ReadonlyMap<string, Entry>>;
}

/**
 * Reads an entry for each who asks, and all that are asked for in the same turn of the event loop by one query: to send a query
 * and to take its answer costs as much as to write a page, so that readers who come together share it.
 */
export function batchReads(
  readAll: (numbers: readonly string[]) => Promise<readonly Entry[]>,
): (number: string) => Promise<Entry | null> {
  let next: Batch | null = null;
  const begin = (): Batch => {
    const numbers = new Set<string>();
    const read = async () => {
      await setImmediate();
      next = null;
      const entries = await readAll([...numbers]);
      return new Map(entries.map((entry) => [entry.number, entry]));
    };
    return { numbers, read: read() };
  };
  return async (number) => {
    next ??= begin();
    next.numbers.add(number);
    return (await next.read).get(number) ?? null;
  };
}
