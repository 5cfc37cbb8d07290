import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { openDatabase } from '../../../src/storage/database/openDatabase.ts';
import { databaseOptions } from './server.ts';

const self = fileURLToPath(import.meta.url);

/** Another program on a data folder: it opens the database, writes one document, and waits for a stop signal. */
export async function startDatabaseProgram(dataDir: string): Promise<{ child: ChildProcess; uri: string }> {
  const child = fork(self, [dataDir], { execArgv: ['--import=tsx'] });
  const [uri] = await once(child, 'message');
  return { child, uri: String(uri) };
}

if (process.argv[1] === self) void run(process.argv[2] ?? '');

async function run(dataDir: string): Promise<void> {
  const database = await openDatabase(databaseOptions(dataDir));
  const { connection } = await mongoose.connect(database.uri, { dbName: 'program' });
  await connection.collection('written').insertOne({ by: process.pid });
  process.send?.(database.uri);
  await once(process, 'message');
  await connection.close();
  await database.stop();
  process.disconnect();
}
