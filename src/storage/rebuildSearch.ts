import type { Connection } from 'mongoose';
import { searchRow } from '../register/searchRow.ts';
import { type Stored, withId } from './database.ts';
import { entryOf, type KeyedEntry } from './entryRow.ts';
import { inTransaction } from './inTransaction.ts';
import { readyEntries } from './readyEntries.ts';
import { writeSearchRows } from './writeEntries.ts';

const batch = 1000;

/** Makes anew what every entry is found by, and leaves the entries as they are; begun again, it ends the same. */
export async function rebuildSearch(connection: Connection): Promise<void> {
  const entries = connection.collection<Stored<KeyedEntry>>('entries');
  for (let last = ''; ; ) {
    const next = { _id: { $gt: last } };
    const stored = await entries.find(next).sort({ _id: 1 }).limit(batch).toArray();
    const newest = stored.at(-1);
    if (!newest) return;
    await readyEntries(connection, stored.map(entryIn));
    await inTransaction(connection, async (session) => {
      // As they are now: another process may have written one since.
      const now = await entries.find({ _id: { $in: stored.map(({ _id }) => _id) } }, { session }).toArray();
      await writeSearchRows(
        connection,
        session,
        now.map((row) => searchRow(entryIn(row))),
      );
    });
    last = newest._id;
  }
}

function entryIn(row: Stored<KeyedEntry>) {
  return entryOf(withId<KeyedEntry>(row));
}
