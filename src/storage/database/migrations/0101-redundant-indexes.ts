import type { Connection } from 'mongoose';

/** Indexes whose keys begin a longer one of the same collection, which serves whatever they served: each cost a write in every commit. */
export const redundant = { findings: 'state_1_context.dueAt_1', records: 'actor.id_1_at_-1' } as const;

const indexNotFound = 27;

/** Drops the shorter of two indexes that begin alike; done already, it does nothing. */
export async function redundantIndexes(connection: Connection): Promise<void> {
  for (const [collection, index] of Object.entries(redundant)) {
    await connection
      .collection(collection)
      .dropIndex(index)
      .catch((error: { readonly code?: number }) => {
        if (error.code !== indexNotFound) throw error;
      });
  }
}
