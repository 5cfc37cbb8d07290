import type { Connection } from 'mongoose';
import { changeSeries } from '../numbered.ts';

/** Entries are read in the order in which they last changed: those that are there get their numbers by what they say of it. */
export async function registerChanges(connection: Connection): Promise<void> {
  const entries = connection.collection('entries');
  await entries
    .aggregate([
      { $setWindowFields: { sortBy: { changedAt: 1 }, output: { change: { $documentNumber: {} } } } },
      { $project: { change: 1 } },
      { $merge: { into: 'entries', whenMatched: 'merge', whenNotMatched: 'discard' } },
    ])
    .toArray();
  await entries.createIndex({ change: 1 });
  const n = await entries.countDocuments({});
  await connection
    .collection<{ _id: string }>('counters')
    .updateOne({ _id: changeSeries }, { $set: { n } }, { upsert: true });
}
