import type { Connection } from 'mongoose';
import { filters } from '../../register/filters.ts';
import { type Stored, withId } from '../database/database.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { entryOf, type KeyedEntry } from './entryRow.ts';
import { toIndexedEntries } from './toIndexedEntries.ts';
import { writeSearchRows } from './writeEntries.ts';

/** Labels that are read and written at once. */
const batch = 300;

/** Writes anew what every label is found by, once for each set of filters, before anybody searches by a new one. */
export async function indexRegister(connection: Connection): Promise<void> {
  const done = connection.collection<{ _id: string; at: Date }>('migrations');
  const name = `register by ${filters.map((filter) => filter.name).join(', ')}`;
  if (await done.findOne({ _id: name })) return;
  const entries = connection.collection<Stored<KeyedEntry>>('entries');
  for (let last = ''; ; ) {
    const rows = await entries.find({ _id: { $gt: last } }, { sort: { _id: 1 }, limit: batch }).toArray();
    const newest = rows.at(-1);
    if (!newest) break;
    const ready = await toIndexedEntries(
      connection,
      rows.map((row) => entryOf(withId<KeyedEntry>(row))),
    );
    const found = ready.map(({ row }) => row);
    await inTransaction(connection, (session) => writeSearchRows(connection, session, found));
    last = newest._id;
  }
  await done.updateOne({ _id: name }, { $set: { at: new Date() } }, { upsert: true });
}
