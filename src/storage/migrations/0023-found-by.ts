import type { Connection } from 'mongoose';
import { rebuildSearch } from '../rebuildSearch.ts';

/** Entries are found by the ends of German words, and by the local currency where it is taken. */
export async function foundBy(connection: Connection): Promise<void> {
  await connection.collection('searchTerms').createIndex({ ends: 1 }, { sparse: true });
  await rebuildSearch(connection);
}
