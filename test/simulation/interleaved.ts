import { AsyncLocalStorage } from 'node:async_hooks';
import type { Scheduler } from 'fast-check';

/** Something whose methods all give promises. */
type Port = object;

/** Lays itself around what a process works with. */
export type Around = <P extends Port>(port: P, name: string) => P;

/** Whether a call that was begun is not over: what it calls itself belongs to it. */
const begun = new AsyncLocalStorage<true>();

/** What a process works with as it is. */
export const asItIs: Around = (port) => port;

/** Begins every call when the scheduler's draw falls on it: of two processes, each may be overtaken between any two calls. */
export function interleaved(scheduler: Scheduler, process: string): Around {
  const call = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    if (begun.getStore()) return work();
    const done: T[] = [];
    const failed: unknown[] = [];
    const builder = async () => {
      try {
        done.push(await begun.run(true, work));
      } catch (error) {
        failed.push(error);
      }
    };
    await scheduler.scheduleSequence([{ label: `${process} ${label}`, builder }]).task;
    if (failed.length > 0) throw failed[0];
    return done[0] as T;
  };
  const around: Around = (port, name) =>
    new Proxy(port, {
      get: (of, key) => {
        const value: unknown = Reflect.get(of, key);
        if (typeof value !== 'function') return value;
        // Gives a store at once.
        if (key === 'seenBy') return (...given: unknown[]) => around(value.apply(of, given), name);
        return (...given: unknown[]) => call(`${name}.${String(key)}`, () => value.apply(of, given));
      },
    });
  return around;
}
