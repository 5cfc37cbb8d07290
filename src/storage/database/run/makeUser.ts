import mongoose, { type mongo } from 'mongoose';
import { openUri, serverUser } from './localUri.ts';
import { ignoring, replicaSet, untilPrimary } from './replicaSet.ts';

const alreadyInitialized = 23;
const userExists = 51003;

/**
 * Makes the user of a server that was just begun with a key file: until there is a first user, MongoDB lets this machine
 * begin the replica set and make one. Refused by a server that has one already.
 */
export async function makeFirstUser(port: number, password: string): Promise<void> {
  await openly(port, async (client) => {
    const host = `127.0.0.1:${port}`;
    await untilPrimary(client, host, () => initiate(client, host));
    await setUser(client, password);
  });
}

/** Makes the user of a server that runs without passwords, or gives the user this one. */
export async function makeUserOpenly(port: number, password: string): Promise<void> {
  await openly(port, async (client) => {
    await replicaSet(client, port);
    await setUser(client, password);
  });
}

async function openly(port: number, work: (client: mongo.MongoClient) => Promise<void>): Promise<void> {
  const client = new mongoose.mongo.MongoClient(openUri(port), { serverSelectionTimeoutMS: 5_000 });
  try {
    await work(client);
  } finally {
    await client.close();
  }
}

async function setUser(client: mongo.MongoClient, password: string): Promise<void> {
  const admin = client.db('admin');
  const user = { pwd: password, roles: ['root'], mechanisms: ['SCRAM-SHA-256'] };
  await admin.command({ createUser: serverUser, ...user }).catch((error: unknown) => {
    ignoring(userExists)(error);
    return admin.command({ updateUser: serverUser, ...user });
  });
}

/** Nobody may read yet how the set is made up; it is new, so there is nothing to read. */
async function initiate(client: mongo.MongoClient, host: string): Promise<void> {
  const set = { _id: 'rs0', members: [{ _id: 0, host }] };
  await client.db('admin').command({ replSetInitiate: set }).catch(ignoring(alreadyInitialized));
}
