import type { Connection } from 'mongoose';
import type { OpenData } from '../../commands/ports/registerPorts.ts';
import { type Stored, withId } from '../database/database.ts';
import { entryOf, type KeyedEntry } from './entryRow.ts';

interface ChangedRow extends KeyedEntry {
  readonly change: number;
}

/** The register as a whole, and in the order of its changes. */
export function openDataStore(connection: Connection): OpenData {
  const entries = () => connection.collection<Stored<ChangedRow>>('entries');
  return {
    newestChange: async () => {
      const [newest] = await entries()
        .find({}, { projection: { change: 1 } })
        .sort({ change: -1 })
        .limit(1)
        .toArray();
      return newest?.change ?? 0;
    },
    changesAfter: async (change, limit) => {
      const found = await entries()
        .find({ change: { $gt: change } })
        .sort({ change: 1 })
        .limit(limit)
        .toArray();
      return found.map((row) => ({ change: row.change, entry: entryOf(withId<ChangedRow>(row)) }));
    },
    countEntries: () => entries().estimatedDocumentCount(),
    entryStamps: async (skip, limit) => {
      const found = await entries()
        .find({}, { projection: { changedAt: 1 } })
        .sort({ _id: 1 })
        .skip(skip)
        .limit(limit)
        .toArray();
      return found.map(({ _id, changedAt }) => ({ number: _id, changedAt }));
    },
  };
}
