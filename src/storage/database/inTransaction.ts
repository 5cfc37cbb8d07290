import mongoose, { type Connection, type mongo } from 'mongoose';

const { MongoBulkWriteError, MongoNetworkError } = mongoose.mongo;

/**
 * Does work in one transaction, once more from its beginning while that may help: after a conflict, and after the primary was lost,
 * for nothing of it was written before its end. An error at its end may have come after the data were there
 * (docs/design/platform.md#a-killed-commit-may-have-happened).
 */
export function inTransaction<T>(
  connection: Connection,
  work: (session: mongo.ClientSession) => Promise<T>,
): Promise<T> {
  return connection.transaction((session) =>
    work(session).catch((error: unknown) => {
      throw asTransient(error);
    }),
  );
}

/**
 * The driver calls lost connections transient by a label, but for those that it learns of only after it gave up on the server, and but
 * for the one that it wraps in the error of a bulk write.
 */
function asTransient(error: unknown): unknown {
  const lost = error instanceof MongoBulkWriteError ? (error.errorResponse as unknown) : error;
  if (!(lost instanceof MongoNetworkError)) return error;
  lost.addErrorLabel('TransientTransactionError');
  return lost;
}
