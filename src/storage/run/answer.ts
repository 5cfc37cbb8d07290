import { realpath } from 'node:fs/promises';
import mongoose from 'mongoose';
import { isListening } from './port.ts';

/** Who is on a port: nobody, a program that is not a database of ours, or the server of a folder. */
export type Answer = 'nobody' | 'stranger' | { readonly folder: string; readonly pid: number };

/** Connection string of the embedded server: this machine only, and a write counts once it is on disk. */
export function localUri(port: number): string {
  return `mongodb://127.0.0.1:${port}/?directConnection=true&w=majority&journal=true`;
}

/** Asks whoever listens on the port for its data folder and process id; waits a few seconds at most. */
export async function answer(port: number): Promise<Answer> {
  if (!(await isListening(port))) return 'nobody';
  const client = new mongoose.mongo.MongoClient(localUri(port), {
    serverSelectionTimeoutMS: 2_000,
    connectTimeoutMS: 2_000,
    socketTimeoutMS: 2_000,
  });
  try {
    const admin = client.db('admin');
    const { parsed } = await admin.command({ getCmdLineOpts: 1 });
    const { pid } = await admin.command({ serverStatus: 1 });
    return { folder: await realpath(String(parsed?.storage?.dbPath)), pid: Number(pid) };
  } catch {
    return 'stranger';
  } finally {
    await client.close();
  }
}
