import { realpath } from 'node:fs/promises';
import mongoose, { type mongo } from 'mongoose';
import { localUri, openUri } from './localUri.ts';
import { isListening } from './port.ts';

/**
 * Who is on a port: nobody, a program that is not a database of ours, one that lets nobody in by this password (of another
 * folder, or of ours before its user was made), or the server of a folder.
 */
export type Answer = 'nobody' | 'stranger' | 'locked' | Answering;

/** The server of a folder; open, when it asks nobody for a password. */
export interface Answering {
  readonly folder: string;
  readonly pid: number;
  readonly open: boolean;
}

const authenticationFailed = 18;
const unauthorized = 13;

/** Asks whoever listens on the port for its data folder and process id; waits a few seconds at most. */
export async function answer(port: number, password: string): Promise<Answer> {
  if (!(await isListening(port))) return 'nobody';
  const withPassword = await ask(localUri(port, password));
  // A server begun before there were passwords knows no user.
  const open = withPassword === authenticationFailed;
  const found = open ? await ask(openUri(port)) : withPassword;
  if (typeof found === 'object') return { ...found, open };
  return found === unauthorized ? 'locked' : 'stranger';
}

/** The folder and process of a server, or the code of its refusal. */
async function ask(uri: string): Promise<{ folder: string; pid: number } | number | undefined> {
  const client: mongo.MongoClient = new mongoose.mongo.MongoClient(uri, {
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
    return error instanceof mongoose.mongo.MongoServerError ? Number(error.code) : undefined;
  } finally {
    await client.close();
  }
}
