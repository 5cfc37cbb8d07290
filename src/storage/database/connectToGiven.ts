import type { Connection } from 'mongoose';
import { connect } from './database.ts';
import { serverFault } from './serverFault.ts';

/**
 * Connects to the server that a setting names. Throws unless it answers, lets this account read, and is a replica set or a sharded cluster: a
 * server standing alone has neither transactions nor change streams.
 */
export async function connectToGiven(
  uri: string,
  dbName: string,
  setting = 'MONGODB_URI',
): Promise<Connection> {
  const refused = (error: unknown) =>
    new Error(`The server in ${setting} ${serverFault(error, dbName)}.`, { cause: error });
  const connection = await connect(uri, dbName).catch((error: unknown) => {
    throw refused(error);
  });
  try {
    const hello = await connection.getClient().db('admin').command({ hello: 1 });
    // Who is there is told to anybody; whether this account may read, by reading alone.
    await connection.collection('migrations').findOne({});
    if (typeof hello.setName === 'string' || hello.msg === 'isdbgrid') return connection;
  } catch (error) {
    await connection.close();
    throw refused(error);
  }
  await connection.close();
  throw new Error(
    `The server in ${setting} is not a replica set, so it has no transactions and no change streams. ` +
      'Start it with --replSet and initiate the set (one member is enough), or name another server.',
  );
}
