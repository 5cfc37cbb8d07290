import type { Connection, mongo } from 'mongoose';
import type { Unsaid } from '../../commands/ports/logPorts.ts';
import { namesIn } from '../../transparency/statement.ts';
import type { EntryRow } from '../database/logEntryRow.ts';

/** Erases the statements of a label that say one of some names; the entries and their hashes stay. */
export async function eraseStatements(
  connection: Connection,
  { number, names }: Unsaid,
  session?: mongo.ClientSession,
): Promise<void> {
  const entries = connection.collection<EntryRow>('logEntries');
  const options = { ...(session && { session }) };
  const rows = await entries.find({ number, statement: { $ne: null } }, options).toArray();
  const saying = rows.filter(
    ({ statement }) => statement !== null && namesIn(statement).some((name) => names.includes(name)),
  );
  if (saying.length === 0) return;
  const these = { _id: { $in: saying.map(({ _id }) => _id) } };
  await entries.updateMany(these, { $set: { statement: null } }, options);
}
