import type { Connection } from 'mongoose';
import type { Store } from '../../commands/ports/ports.ts';
import { seesAll, type View } from '../../policies/view.ts';
import { addNote } from '../database/addNote.ts';
import { chainCollections, chainsOf } from '../database/chainsOf.ts';
import { inTransaction } from '../database/inTransaction.ts';
import type { Reader } from '../database/reader.ts';
import { journalReading } from './journalReading.ts';

/** The journal as it is added to outside of commits, and read; `one` reads what the view shows. */
export function journalStore(connection: Connection, one: Reader['one'], view: View) {
  const shows = async (stream: string): Promise<boolean> => {
    if (seesAll(view)) return true;
    const cut = stream.indexOf('/');
    const [kind, id] = [stream.slice(0, cut), stream.slice(cut + 1)];
    const found = chainCollections.find((name) => chainsOf[name].some((known) => known === kind));
    return !found || (await one(found, { _id: id })) !== null;
  };
  return {
    note: (note) => inTransaction(connection, (session) => addNote(connection, session, note)),
    ...journalReading(connection, view, shows),
  } satisfies Partial<Store>;
}
