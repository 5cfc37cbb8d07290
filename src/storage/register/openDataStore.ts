import type { Connection } from 'mongoose';
import type { OpenData } from '../../commands/ports/registerPorts.ts';
import { findRows, type Stored } from '../database/database.ts';
import { entryOf, type KeyedEntry } from './entryRow.ts';

interface ChangedRow extends KeyedEntry {
  readonly change: number;
}

/** The register as a whole, and in the order of its changes. */
export function openDataStore(connection: Connection): OpenData {
  const entries = () => connection.collection<Stored<ChangedRow>>('entries');
  return {
    newestChange: async () => {
      const newest = await entries().findOne({}, { projection: { change: 1 }, sort: { change: -1 } });
      return newest?.change ?? 0;
    },
    changesAfter: async (change, limit) => {
      const [after, sort] = [{ change: { $gt: change } }, { change: 1 } as const];
      const found = await findRows<ChangedRow>(connection, 'entries', after, { sort, limit });
      return found.map((row) => ({ change: row.change, entry: entryOf(row) }));
    },
    countEntries: () => entries().estimatedDocumentCount(),
    entryStamps: async (skip, limit) => {
      const stamps = { projection: { changedAt: 1 }, sort: { _id: 1 }, skip, limit } as const;
      const found = await entries().find({}, stamps).toArray();
      return found.map(({ _id, changedAt }) => ({ number: _id, changedAt }));
    },
  };
}
