import type { Connection } from 'mongoose';
import { deskId } from '../../commands/ports/deskTerms.ts';
import { groupBy } from '../../groupBy.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { stateSince } from '../../workflow/replay.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { refreshDeskRows } from './refreshDeskRows.ts';

/** Items that are read and written at once. */
const batch = 100;
/** Another name makes the rows anew: raise it with what is stored of them. */
const name = 'rows of the desk 3';

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
      const since = kind === 'applications' ? await sinceByJournal(connection, ids) : undefined;
      await inTransaction(connection, (session) => refreshDeskRows(connection, session, rows, since));
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

/** Since when files are in their states, by their ids; those whose journal does not lead to a state are left out. */
async function sinceByJournal(
  connection: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const streams = ids.map((id) => `applications/${id}`);
  const fields = { stream: 1, seq: 1, at: 1, event: 1, 'data.stored': 1 };
  const records = await connection
    .collection<JournalRecord>('records')
    .find({ stream: { $in: streams } }, { projection: fields, sort: { stream: 1, seq: 1 } })
    .toArray();
  const all = [...groupBy(records, ({ stream }) => stream)].flatMap(([stream, lines]) => {
    const since = sinceOf(lines);
    return since === null ? [] : [[stream.slice('applications/'.length), since] as const];
  });
  return new Map(all);
}

function sinceOf(records: readonly JournalRecord[]): string | null {
  try {
    return stateSince('application', records);
  } catch {
    // A chain that does not follow is told by its verification (contentFault.ts); here it hides no file.
    return null;
  }
}
