import type { Connection, mongo } from 'mongoose';

/** One operation of the database as its profiler noted it. */
export interface Profiled {
  readonly op: string;
  /** Database and collection. */
  readonly ns: string;
  readonly command: mongo.BSON.Document;
  readonly planSummary?: string;
  readonly keysExamined?: number;
  readonly docsExamined?: number;
}

/** Room for what the pages of a test ask: past it the oldest would be forgotten. */
const size = 64 * 1024 * 1024;

/** Everything that a database is asked while `work` runs, in order. */
export async function profiled(connection: Connection, work: () => Promise<unknown>): Promise<Profiled[]> {
  const { db } = connection;
  if (!db) throw new Error('the database is not open');
  await db.dropCollection('system.profile');
  await db.createCollection('system.profile', { capped: true, size });
  // A plan that was made for what another test stored is no answer.
  for (const { name } of await db.listCollections().toArray())
    if (!name.startsWith('system.')) await db.command({ planCacheClear: name });
  await db.setProfilingLevel('all');
  try {
    await work();
  } finally {
    await db.setProfilingLevel('off');
  }
  return db
    .collection<Profiled>('system.profile')
    .find({ ns: { $not: /\.system\.profile$/ } })
    .sort({ $natural: 1 })
    .toArray();
}
