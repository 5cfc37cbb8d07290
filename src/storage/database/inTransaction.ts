import type { Connection, mongo } from 'mongoose';

/** Does everything in `work` or nothing of it; a conflict with another transaction is tried again by the driver. */
export async function inTransaction<T>(
  connection: Connection,
  work: (session: mongo.ClientSession) => Promise<T>,
): Promise<T> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session));
  } finally {
    await session.endSession();
  }
}
