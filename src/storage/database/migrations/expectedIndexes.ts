import type { Connection, mongo } from 'mongoose';
import { baselineIndexes } from './0023-baseline.ts';
import { mailLogIndexes } from './0070-mail-log.ts';
import { redundant } from './0101-redundant-indexes.ts';
import { addedIndexes } from './addedIndexes.ts';

/** An index of a collection. */
interface Placed {
  readonly collection: string;
  readonly index: mongo.IndexDescription;
}

/** Indexes that a later migration took away again, or may have. */
const dropped: ReadonlySet<string> = new Set([
  ...Object.entries(redundant).map(([collection, name]) => `${collection} ${name}`),
  'complaints organisationId_1',
]);

/** Every index that a database of this version has, by collection and name; of two with one name the later one. */
export function expectedIndexes(): ReadonlyMap<string, Placed> {
  const tables = [baselineIndexes, ...Object.values(addedIndexes), mailLogIndexes];
  const all = tables.flatMap((table) =>
    Object.entries(table).flatMap(([collection, list]) => list.map((index) => ({ collection, index }))),
  );
  const named = all.map((placed) => [`${placed.collection} ${nameOf(placed.index)}`, placed] as const);
  return new Map(named.filter(([name]) => !dropped.has(name)));
}

/** As the server names it by itself. */
function nameOf({ key }: mongo.IndexDescription): string {
  return Object.entries(key).flat().join('_');
}

/** Those of them that a database has not. */
export async function missingIndexes(connection: Connection): Promise<ReadonlyMap<string, Placed>> {
  const missing = new Map(expectedIndexes());
  for (const { name } of await connection.listCollections()) {
    for (const index of await connection.collection(name).indexes()) missing.delete(`${name} ${index.name}`);
  }
  return missing;
}

/** Makes those that are missing; gives their names. */
export async function makeMissingIndexes(connection: Connection): Promise<string[]> {
  const missing = await missingIndexes(connection);
  for (const { collection, index } of missing.values())
    await connection.collection(collection).createIndexes([index]);
  return [...missing.keys()];
}
