import type { Connection } from 'mongoose';
import { readingWith } from './readingWith.ts';

/**
 * Lets a connection read everything as it was at one instant, however long the reading takes: a session of the server with a
 * snapshot, which needs no transaction and so does not end after a minute. The server keeps what was there for five minutes
 * (`minSnapshotHistoryWindowInSeconds`); a longer reading fails, and gives nothing that was not true together. It never writes.
 */
export async function atOneInstant<T>(
  connection: Connection,
  read: (connection: Connection) => Promise<T>,
): Promise<T> {
  const session = await connection.startSession({ snapshot: true });
  try {
    // The first answer fixes the instant: of two reads at once, each would fix one of its own.
    const any = connection.collection<{ _id: string }>('heads');
    await any.findOne({ _id: '' }, { session, readConcern: 'snapshot' });
    // Named, because the concern of the connection would win over that of the session.
    return await read(readingWith(connection, { session, readConcern: 'snapshot' }));
  } finally {
    await session.endSession();
  }
}
