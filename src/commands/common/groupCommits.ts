import { LabelError } from '../../errors.ts';
import type { Change, Part, Store } from '../ports/ports.ts';

interface Waiting {
  readonly changes: readonly Change[];
  readonly parts: readonly Part[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A store whose commits go together in one transaction where acts that are independent of each other make them at the same time: a
 * transaction for each would wait for the disk as often (row 19 of docs/performance.md). One that is late takes none with it.
 */
export function groupCommits(store: Store) {
  let waiting: Waiting[] = [];
  /** Acts on their way: once none is, all that will commit are waiting. */
  let active = 0;
  const pause = () => {
    active -= 1;
    if (active === 0 && waiting.length > 0) void flush();
  };
  const flush = async () => {
    const group = waiting;
    waiting = [];
    active = group.length;
    const outcomes = await written(store, group);
    for (const [i, { resolve, reject }] of group.entries()) {
      const error = outcomes[i];
      if (error === null) resolve();
      else reject(error);
    }
  };
  const grouped: Store = {
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
    run: (acts: readonly (() => Promise<void>)[]) => {
      active = acts.length;
      return Promise.allSettled(acts.map((act) => act().finally(pause)));
    },
  };
}

/** Writes a group at once; where that is refused, each for itself. Gives what was wrong with each. */
async function written(store: Store, group: readonly Waiting[]): Promise<readonly unknown[]> {
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
