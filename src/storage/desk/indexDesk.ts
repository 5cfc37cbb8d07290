import type { Connection } from 'mongoose';
import { deskId } from '../../commands/ports/deskTerms.ts';
import { refreshDeskRows } from './refreshDeskRows.ts';

/** Items that are read and written at once. */
const batch = 100;
/** Another name makes the rows anew: raise it with what is stored of them. */
const name = 'rows of the desk 1';

/** Makes the row of every file and label, once for each form of rows, before anybody lists them. */
export async function indexDesk(connection: Connection): Promise<void> {
  const done = connection.collection<{ _id: string; at: Date }>('migrations');
  if (await done.findOne({ _id: name })) return;
  for (const kind of ['applications', 'labels'] as const) {
    for (let last = ''; ; ) {
      const ids = await idsAfter(connection, kind, last);
      const end = ids.at(-1);
      if (end === undefined) break;
      const rows = ids.map((id) => deskId(kind === 'labels' ? kind : 'files', id));
      await connection.transaction((session) => refreshDeskRows(connection, session, rows));
      last = end;
    }
  }
  await done.updateOne({ _id: name }, { $set: { at: new Date() } }, { upsert: true });
}

async function idsAfter(connection: Connection, kind: 'applications' | 'labels', last: string) {
  const items = connection.collection<{ _id: string }>(kind);
  const found = items.find(
    { _id: { $gt: last } },
    { projection: { _id: 1 }, sort: { _id: 1 }, limit: batch },
  );
  return (await found.toArray()).map(({ _id }) => _id);
}
