import mongoose from 'mongoose';

/**
 * Throws unless what answers at the connection string is a replica set or a sharded cluster:
 * a server standing alone has neither transactions nor change streams.
 */
export async function requireReplicaSet(uri: string): Promise<void> {
  const timeoutMs = /[?&]serverSelectionTimeoutMS=/i.test(uri) ? {} : { serverSelectionTimeoutMS: 10_000 };
  const client = new mongoose.mongo.MongoClient(uri, timeoutMs);
  try {
    const hello = await client
      .db('admin')
      .command({ hello: 1 })
      .catch((error: Error) => {
        throw new Error(`The server in MONGODB_URI gives no answer: ${error.message}`, { cause: error });
      });
    if (typeof hello.setName === 'string' || hello.msg === 'isdbgrid') return;
  } finally {
    await client.close();
  }
  throw new Error(
    'The server in MONGODB_URI is not a replica set, so it has no transactions and no change streams. ' +
      'Start it with --replSet and initiate the set (one member is enough), or name another server.',
  );
}
