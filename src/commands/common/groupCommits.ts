import { LabelError } from '../../errors.ts';
import type { Change, Part, Store } from '../ports/ports.ts';

interface Waiting {
  readonly changes: readonly Change[];
  readonly parts: readonly Part[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** How many acts go into one transaction. */
const together = 50;

/**
 * A store whose commits go together in one transaction where acts that are independent of each other make them at the same time: a
 * transaction for each would wait for the disk as often (row 19 of docs/performance.md). While some are written, the next ones read
 * and think; one is written after the other. One that is late takes none with it.
 */
export function groupCommits<S extends Pick<Store, 'commit'>>(store: S) {
  let waiting: Waiting[] = [];
  /** Acts on their way: once none is, all that will commit are waiting. */
  let active = 0;
  let isWriting = false;
  let onWriting = () => {};
  const pause = () => {
    active -= 1;
    if (active === 0 && waiting.length > 0 && !isWriting) void flush();
  };
  const flush = async () => {
    const group = waiting;
    waiting = [];
    isWriting = true;
    onWriting();
    const outcomes = await written(store, group);
    isWriting = false;
    active += group.length;
    for (const [i, { resolve, reject }] of group.entries()) {
      const error = outcomes[i];
      if (error === null) resolve();
      else reject(error);
    }
  };
  const grouped: S = {
    ...store,
    commit: (changes, parts = []) =>
      new Promise((resolve, reject) => {
        waiting.push({ changes, parts, resolve, reject });
        pause();
      }),
  };
  return {
    store: grouped,
    /** Lets acts that work with this store go side by side; gives how each ended. */
    run: async (acts: readonly (() => Promise<void>)[]) => {
      const ended: Promise<PromiseSettledResult<void>[]>[] = [];
      for (let first = 0; first < acts.length; first += together) {
        const some = acts.slice(first, first + together);
        const writing = new Promise<void>((resolve) => {
          onWriting = resolve;
        });
        active += some.length;
        const settled = Promise.allSettled(some.map((act) => act().finally(pause)));
        ended.push(settled);
        await Promise.race([writing, settled]);
      }
      return (await Promise.all(ended)).flat();
    },
  };
}

/** Writes a group at once; where that is refused, each for itself. Gives what was wrong with each. */
async function written(store: Pick<Store, 'commit'>, group: readonly Waiting[]): Promise<readonly unknown[]> {
  try {
    await store.commit(
      group.flatMap(({ changes }) => changes),
      group.flatMap(({ parts }) => parts),
    );
    return group.map(() => null);
  } catch (error) {
    if (!(error instanceof LabelError) || group.length === 1) return group.map(() => error);
  }
  const outcomes: unknown[] = [];
  for (const one of group) outcomes.push((await written(store, [one]))[0]);
  return outcomes;
}
