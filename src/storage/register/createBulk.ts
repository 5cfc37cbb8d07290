import type { Connection } from 'mongoose';
import type { Bulk } from '../../commands/ports/bulk.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { isDuplicate } from '../database/isDuplicate.ts';
import { takeNumbers } from '../database/takeNumbers.ts';
import { toIndexedEntries } from './toIndexedEntries.ts';
import { writeEntries } from './writeEntries.ts';

/** The register of a database, to be filled. */
export function createBulk(connection: Connection): Bulk {
  return {
    takeNumbers: (series, count) => takeNumbers(connection, series, count),
    changeEntries: async (entries) => {
      const ready = await toIndexedEntries(connection, entries);
      await inTransaction(connection, (session) => writeEntries(connection, session, ready));
    },
    addEntries: async (entries) => {
      const ready = await toIndexedEntries(connection, entries);
      try {
        await inTransaction(connection, (session) =>
          writeEntries(connection, session, ready, { areNew: true }),
        );
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        throw new Error(
          `${Object.values(error.keyValue ?? {}).join()} is used already, so nothing was added with it. Further numbers are taken the next time.`,
          { cause: error },
        );
      }
    },
  };
}
