import type { Connection } from 'mongoose';
import { connect } from './database.ts';

/**
 * Connects to the server in MONGODB_URI. Throws unless it answers and is a replica set or a sharded cluster: a server standing
 * alone has neither transactions nor change streams.
 */
export async function connectToGiven(uri: string, dbName: string): Promise<Connection> {
  const connection = await connect(uri, dbName).catch((error: Error) => {
    throw new Error(`The server in MONGODB_URI gives no answer: ${error.message}`, { cause: error });
  });
  const hello = await connection.getClient().db('admin').command({ hello: 1 });
  if (typeof hello.setName === 'string' || hello.msg === 'isdbgrid') return connection;
  await connection.close();
  throw new Error(
    'The server in MONGODB_URI is not a replica set, so it has no transactions and no change streams. ' +
      'Start it with --replSet and initiate the set (one member is enough), or name another server.',
  );
}
