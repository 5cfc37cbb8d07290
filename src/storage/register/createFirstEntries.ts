import type { Connection } from 'mongoose';
import type { FirstEntries } from '../../commands/ports/bulk.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { isDuplicate } from '../database/isDuplicate.ts';
import { toIndexedEntries } from './toIndexedEntries.ts';
import { writeEntries } from './writeEntries.ts';

/** Counts how many labels a register was given first: that it is there says that they were. */
const series = 'first-entries';

/** The first labels of a database; the counter that marks them is written with them. */
export function createFirstEntries(connection: Connection): FirstEntries {
  const counters = connection.collection<{ _id: string; n: number }>('counters');
  return {
    areDue: async () => {
      if ((await counters.findOne({ _id: series })) !== null) return false;
      if ((await connection.collection('entries').findOne({}, { projection: { _id: 1 } })) === null)
        return true;
      // Who empties it later does not expect specimens.
      await counters.updateOne({ _id: series }, { $setOnInsert: { n: 0 } }, { upsert: true });
      return false;
    },
    add: async (entries) => {
      const ready = await toIndexedEntries(connection, entries);
      try {
        await inTransaction(connection, async (session) => {
          await counters.insertOne({ _id: series, n: entries.length }, { session });
          await writeEntries(connection, session, ready, { areNew: true });
        });
        return true;
      } catch (error) {
        if (isDuplicate(error) && error.keyValue?._id === series) return false;
        throw error;
      }
    },
  };
}
