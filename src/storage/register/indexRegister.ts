import type { Connection } from 'mongoose';
import { filters } from '../../register/filters.ts';
import { places } from '../../register/places/places.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { findEntries } from './entryRow.ts';
import { toIndexedEntries } from './toIndexedEntries.ts';
import { writeSearchRows } from './writeEntries.ts';

/** Labels that are read and written at once. */
const batch = 300;

/** Writes anew what every label is found by, once for each set of filters, their values and places, before anybody searches by a new one. */
export async function indexRegister(connection: Connection): Promise<void> {
  const done = connection.collection<{ _id: string; at: Date }>('migrations');
  const sets = filters.map(({ name, values }) => [name, ...(values ?? [])].join(' '));
  const name = `register by ${sets.join(', ')} in ${places.length} places`;
  if (await done.findOne({ _id: name })) return;
  for (let last = ''; ; ) {
    const entries = await findEntries(connection, { _id: { $gt: last } }, { sort: { _id: 1 }, limit: batch });
    const newest = entries.at(-1);
    if (!newest) break;
    const found = (await toIndexedEntries(connection, entries)).map(({ row }) => row);
    await inTransaction(connection, (session) => writeSearchRows(connection, session, found));
    last = newest.number;
  }
  await done.updateOne({ _id: name }, { $set: { at: new Date() } }, { upsert: true });
}
