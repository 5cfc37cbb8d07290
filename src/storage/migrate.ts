import { setTimeout } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import { indexes } from './migrations/0001-indexes.ts';

/** Forward only, in this order, each once (design: architecture.md, Migrations). */
const migrations = [{ name: '0001-indexes', run: indexes }];

const lockMs = 60_000;

/** Brings the database to the shape this program needs; two programs starting at once do it once. */
export async function migrateDatabase(connection: Connection): Promise<void> {
  const done = connection.collection<{ _id: string; until?: Date; at?: Date }>('migrations');
  while (!(await lock(done))) await setTimeout(200);
  try {
    for (const { name, run } of migrations) {
      if (await done.findOne({ _id: name })) continue;
      await run(connection);
      await done.insertOne({ _id: name, at: new Date() });
    }
  } finally {
    await done.deleteOne({ _id: 'lock' });
  }
}

async function lock(
  done: mongoose.mongo.Collection<{ _id: string; until?: Date; at?: Date }>,
): Promise<boolean> {
  const now = new Date();
  await done.deleteOne({ _id: 'lock', until: { $lte: now } });
  try {
    await done.insertOne({ _id: 'lock', until: new Date(now.getTime() + lockMs) });
    return true;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) return false;
    throw error;
  }
}
