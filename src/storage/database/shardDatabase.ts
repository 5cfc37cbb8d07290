import type { Connection } from 'mongoose';
import { type ShardKey, shardKeys } from './shardKeys.ts';

/**
 * Spreads what grows without end over the shards of a cluster, each collection by its key; told again, it changes nothing. Throws
 * where the server is no `mongos`.
 */
export async function shardDatabase(connection: Connection, progress: (line: string) => void): Promise<void> {
  const admin = connection.getClient().db('admin');
  const { msg } = await admin.command({ hello: 1 });
  if (msg !== 'isdbgrid')
    throw new Error('The server in MONGODB_URI is no mongos: there are no shards. Nothing was changed.');
  await admin.command({ enableSharding: connection.name });
  for (const [name, key] of Object.entries(shardKeys)) {
    // Of a collection that has documents already, the server asks for it.
    await connection.collection(name).createIndex(key);
    await admin.command({ shardCollection: `${connection.name}.${name}`, key });
    progress(`${name}: by ${Object.entries(key).map(written).join(', ')}`);
  }
}

function written([field, how]: [string, ShardKey[string]]): string {
  return how === 'hashed' ? `the hash of ${field}` : field;
}
