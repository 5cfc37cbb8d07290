import type { Connection } from 'mongoose';
import { filesEntry } from '../../../commands/transparency/statements.ts';
import type { Entry } from '../../../register/entry.ts';
import { type EntryRow, machineClock, waiting } from '../logEntryRow.ts';

/** Labels that are entered at once. */
const most = 500;

/** The public log says of every label which files it has: the register that it was issued in may be older than this. */
export async function filesInLog(connection: Connection): Promise<void> {
  const entries = connection.collection<Entry & { readonly _id: string }>('entries');
  const having = entries.find({ 'files.0': { $exists: true } }, { projection: { files: 1, revision: 1 } });
  let ready: ReturnType<typeof waiting>[] = [];
  const enter = async () => {
    if (ready.length > 0) await connection.collection<EntryRow>('logEntries').bulkWrite(ready);
    ready = [];
  };
  for await (const { _id: number, ...entry } of having) {
    ready.push(waiting(filesEntry({ ...entry, number }), machineClock.now()));
    if (ready.length === most) await enter();
  }
  await enter();
}
