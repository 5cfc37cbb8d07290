import { setImmediate } from 'node:timers/promises';
import type { Store } from '../ports/ports.ts';

/**
 * A store whose reads of the files of organisations, of the notices of change on labels and of rows of the register are one query for
 * all acts that ask in the same turn: each query of its own costs a visit to the database (row 19 of docs/performance.md).
 */
export function groupReads<S extends Pick<Store, 'applicationsOf' | 'changesOf' | 'entriesWith' | 'entry'>>(
  store: S,
): S {
  const applicationsOf = grouped(store.applicationsOf, ({ context }) => context.organisationId);
  const entriesWith = grouped(store.entriesWith, ({ number }) => number);
  return {
    ...store,
    applicationsOf,
    changesOf: grouped(store.changesOf, ({ context }) => context.labelNumber),
    entriesWith,
    entry: async (number) => (await entriesWith([number]))[0] ?? null,
  };
}

interface Batch<Row> {
  readonly keys: Set<string>;
  readonly rows: Promise<readonly Row[]>;
}

/** The same read, which waits for whoever asks in the same turn; each gets its own rows, in the order of the read. */
function grouped<Row>(
  read: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
) {
  let next: Batch<Row> | null = null;
  const begin = (): Batch<Row> => {
    const keys = new Set<string>();
    const rows = async () => {
      await setImmediate();
      next = null;
      return read([...keys]);
    };
    return { keys, rows: rows() };
  };
  return async (keys: readonly string[]): Promise<Row[]> => {
    next ??= begin();
    for (const key of keys) next.keys.add(key);
    return (await next.rows).filter((row) => keys.includes(keyOf(row)));
  };
}
