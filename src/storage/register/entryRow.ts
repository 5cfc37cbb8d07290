import type { Connection, mongo } from 'mongoose';
import type { Entry } from '../../register/entry.ts';
import { findRows, type Stored } from '../database/database.ts';

/** A label of the register by its key: inside the database its number is `_id` like every other. */
export type KeyedEntry = Omit<Entry, 'number'> & { readonly id: string };

/** What is stored of an entry, whoever writes it: what storage adds for its own searches is added here. */
export function entryRow({ number, ...entry }: Entry): Stored<KeyedEntry> {
  const stampUntil = entry.files.findLast(({ kind }) => kind === 'certificate')?.stampUntil;
  return { _id: number, ...entry, ...(stampUntil !== undefined && { stampUntil }) };
}

/** What stands in a row beside its entry: the number of its last change, and until when its certificate's time-stamp is good. */
interface Added {
  readonly change?: number;
  readonly stampUntil?: string;
}

/** The entry that a row of the register holds. */
export function entryOf({ id, change: _, stampUntil: __, ...entry }: KeyedEntry & Added): Entry {
  return { number: id, ...entry };
}

/** Entries of the register by a filter of ours. */
export async function findEntries(
  connection: Connection,
  filter: object,
  options?: mongo.FindOptions,
): Promise<Entry[]> {
  return (await findRows<KeyedEntry>(connection, 'entries', filter, options)).map(entryOf);
}
