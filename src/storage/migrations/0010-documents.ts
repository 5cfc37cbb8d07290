import type { Connection } from 'mongoose';

/** A file belongs to a document, of which it is a revision; those kept before are the first and only one of theirs. */
export async function documents(connection: Connection): Promise<void> {
  const single = { document: '$_id', revision: 1, from: null, until: null, withdrawnAt: null };
  await connection.collection('evidence').updateMany({ document: null }, [{ $set: single }]);
}
