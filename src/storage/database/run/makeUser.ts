import mongoose, { type mongo } from 'mongoose';
import { openUri, serverUser } from './localUri.ts';
import { ignoring, untilPrimary } from './replicaSet.ts';

const alreadyInitialized = 23;

/**
 * Makes the user of a server that was just begun with a key file: until there is a first user, MongoDB lets this machine
 * begin the replica set and make one. Refused by a server that has one already.
 */
export async function makeFirstUser(port: number, password: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(openUri(port), { serverSelectionTimeoutMS: 5_000 });
  try {
    const host = `127.0.0.1:${port}`;
    await untilPrimary(client, host, () => initiate(client, host));
    const user = { pwd: password, roles: ['root'], mechanisms: ['SCRAM-SHA-256'] };
    await client.db('admin').command({ createUser: serverUser, ...user });
  } finally {
    await client.close();
  }
}

/** Nobody may read yet how the set is made up; it is new, so there is nothing to read. */
async function initiate(client: mongo.MongoClient, host: string): Promise<void> {
  const set = { _id: 'rs0', members: [{ _id: 0, host }] };
  await client.db('admin').command({ replSetInitiate: set }).catch(ignoring(alreadyInitialized));
}
