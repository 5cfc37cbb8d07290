import { realpath } from 'node:fs/promises';
import mongoose, { type mongo } from 'mongoose';
import { localUri } from './localUri.ts';
import { isListening } from './port.ts';

/**
 * Who is on a port: nobody, a program that is not a database of ours, one that lets nobody in by this password (of another
 * folder, or of ours before its user was made), or the server of a folder.
 */
export type Answer = 'nobody' | 'stranger' | 'locked' | Answering;

/** The server of a folder. */
export interface Answering {
  readonly folder: string;
  readonly pid: number;
}

const authenticationFailed = 18;

/** Asks whoever listens on the port for its data folder and process id; waits a few seconds at most. */
export async function answer(port: number, password: string): Promise<Answer> {
  if (!(await isListening(port))) return 'nobody';
  const client: mongo.MongoClient = new mongoose.mongo.MongoClient(localUri(port, password), {
    serverSelectionTimeoutMS: 2_000,
    connectTimeoutMS: 2_000,
    socketTimeoutMS: 2_000,
  });
  try {
    const admin = client.db('admin');
    const { parsed } = await admin.command({ getCmdLineOpts: 1 });
    const { pid } = await admin.command({ serverStatus: 1 });
    return { folder: await realpath(String(parsed?.storage?.dbPath)), pid: Number(pid) };
  } catch (error) {
    const isServer = error instanceof mongoose.mongo.MongoServerError;
    return isServer && error.code === authenticationFailed ? 'locked' : 'stranger';
  } finally {
    await client.close();
  }
}
