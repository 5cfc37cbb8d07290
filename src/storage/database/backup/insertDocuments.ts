import type { mongo } from 'mongoose';
import { decodeExactly } from './decodeExactly.ts';

/** Writes that are under way beside each other: while the server writes some, the next are read. */
const beside = 3;

/** Adds documents to collections, as they were to the last bit; some parts at a time, the next one waits. */
export function insertDocuments(db: mongo.Db) {
  const underWay = new Set<Promise<void>>();
  let failed: unknown;
  const write = async (name: string, documents: readonly Uint8Array[]): Promise<void> => {
    const rows = documents.map(decodeExactly);
    // The last write of all waits for the majority; until then a crash leaves a mark that no service starts on.
    const options = { ordered: false, writeConcern: { w: 1, journal: false } } as const;
    await db.collection(name).insertMany(rows, options);
  };
  return {
    insert: async (name: string, documents: readonly Uint8Array[]): Promise<void> => {
      if (failed !== undefined) throw failed;
      const writing = write(name, documents)
        .catch((error: unknown) => {
          failed ??= error;
        })
        .finally(() => underWay.delete(writing));
      underWay.add(writing);
      if (underWay.size >= beside) await Promise.race(underWay);
    },
    /** Waits until nothing is under way; throws what went wrong first. */
    end: async (): Promise<void> => {
      await Promise.all(underWay);
      if (failed !== undefined) throw failed;
    },
    /** Waits until nothing is under way, however it ends. */
    settled: async (): Promise<void> => {
      await Promise.all(underWay);
    },
  };
}
