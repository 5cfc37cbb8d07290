import { randomUUID } from 'node:crypto';
import mongoose, { type mongo } from 'mongoose';
import { localUri } from './localUri.ts';

const mark = 'made-in-ess member ';

/**
 * The connection by which a program counts as a member of the server: it ends with the program, however the
 * program ends, so nobody has to clean up after a kill.
 */
export function memberClient(port: number, password: string): mongo.MongoClient {
  return new mongoose.mongo.MongoClient(localUri(port, password), {
    appName: `${mark}${randomUUID()}`,
    heartbeatFrequencyMS: 500,
    minHeartbeatFrequencyMS: 50,
    maxPoolSize: 2,
  });
}

/** How many programs besides this one are members of the server now. */
export async function otherMembers(client: mongo.MongoClient): Promise<number> {
  const own = client.options.appName;
  const connections = client
    .db('admin')
    .aggregate<{ appName?: string }>([
      { $currentOp: { allUsers: true, idleConnections: true } },
      { $match: { appName: { $regex: `^${mark}` } } },
      { $project: { appName: 1 } },
    ]);
  const names = new Set((await connections.toArray()).map(({ appName }) => appName));
  names.delete(own);
  return names.size;
}
