import type { Connection } from 'mongoose';
import { type Stored, withId } from '../database.ts';
import { entryOf, type KeyedEntry } from '../entryRow.ts';
import { inTransaction } from '../inTransaction.ts';
import { readyEntries } from '../readyEntries.ts';
import { writeEntries } from '../writeEntries.ts';

const batch = 200;

/** Entries are found by their words: what is in the register already gets its field of work and its words. */
export async function search(connection: Connection): Promise<void> {
  await connection
    .collection('searchRows')
    .createIndexes([{ key: { words: 1, holds: -1, _id: -1 } }, { key: { holds: -1, _id: -1 } }]);
  await connection.collection('searchTerms').createIndex({ near: 1 });
  const entries = connection.collection<Stored<KeyedEntry>>('entries');
  for (let last = ''; ; ) {
    const rows = await entries
      .find({ _id: { $gt: last } })
      .sort({ _id: 1 })
      .limit(batch)
      .toArray();
    const newest = rows.at(-1);
    if (!newest) return;
    last = newest._id;
    const sectors = await sectorsOf(
      connection,
      rows.map(({ organisation }) => organisation.id),
    );
    const all = rows.map((row) => {
      const { organisation, ...entry } = entryOf(withId<KeyedEntry>(row));
      return { ...entry, organisation: { ...organisation, sector: sectors.get(organisation.id) ?? null } };
    });
    const ready = await readyEntries(connection, all);
    await inTransaction(connection, (session) => writeEntries(connection, session, ready));
  }
}

async function sectorsOf(connection: Connection, ids: readonly string[]) {
  const found = await connection
    .collection<{ _id: string; sector: KeyedEntry['organisation']['sector'] }>('organisations')
    .find({ _id: { $in: [...ids] } }, { projection: { sector: 1 } })
    .toArray();
  return new Map(found.map(({ _id, sector }) => [_id, sector]));
}
